using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Jobs;

namespace RussiaChinaAnalysis.Corpus.Revise;

internal static class RevisionServices
{
    public static void AddRevisions(this IServiceCollection services)
    {
        services.AddSingleton<DocumentRevision>();
        services.AddSingleton<RevisionBrowser>();
        services.AddSingleton<UnplacedEditor>();
        services.AddSingleton<Reextraction>();
        services.AddSingleton<IJobHandler>(provider => provider.GetRequiredService<Reextraction>());
    }
}
