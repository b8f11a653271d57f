using Microsoft.Extensions.DependencyInjection;

namespace RussiaChinaAnalysis.Corpus.Interchange;

internal static class InterchangeServices
{
    /// <summary>Exchange with other tools.</summary>
    public static void AddInterchange(this IServiceCollection services)
    {
        services.AddSingleton<CorpusExport>();
        services.AddSingleton<DataImport>();
    }
}
