using Microsoft.Extensions.DependencyInjection;

namespace RussiaChinaAnalysis.Corpus.Revise;

internal static class RevisionServices
{
    public static void AddRevisions(this IServiceCollection services)
    {
        services.AddSingleton<DocumentRevision>();
        services.AddSingleton<RevisionBrowser>();
    }
}
