using Microsoft.Extensions.DependencyInjection;

namespace RussiaChinaAnalysis.Corpus.Ingest;

internal static class IngestServices
{
    /// <summary>How essays come into the corpus.</summary>
    public static void AddIngest(this IServiceCollection services)
    {
        services.AddSingleton<ArgumentReader>();
        services.AddSingleton<KnownDocuments>();
        services.AddSingleton<DocumentIngest>();
        services.AddSingleton<IngestBatch>();
    }
}
