using Microsoft.Extensions.DependencyInjection;

namespace RussiaChinaAnalysis.Corpus.History;

internal static class HistoryServices
{
    /// <summary>The record of what people change.</summary>
    public static void AddHistory(this IServiceCollection services)
    {
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<ChangeListener>();
        services.AddSingleton<Journal>();
        services.AddSingleton<Undo>();
        services.AddSingleton<HistoryBrowser>();
        services.AddSingleton<PastDocuments>();
    }
}
