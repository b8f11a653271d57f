using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Browse.Columns;
using RussiaChinaAnalysis.Corpus.Browse.Connections;
using RussiaChinaAnalysis.Corpus.Browse.Documents;
using RussiaChinaAnalysis.Corpus.Browse.Themes;

namespace RussiaChinaAnalysis.Corpus.Browse;

internal static class BrowseServices
{
    /// <summary>Answers about what the corpus holds.</summary>
    public static void AddBrowsing(this IServiceCollection services)
    {
        services.AddSingleton<ColumnStore>();
        services.AddSingleton<OverviewBrowser>();
        services.AddSingleton<PassageBrowser>();
        services.AddSingleton<DocumentBrowser>();
        services.AddSingleton<ThemeBrowser>();
        services.AddSingleton<ConnectionBrowser>();
    }
}
