using Microsoft.Extensions.DependencyInjection;

namespace RussiaChinaAnalysis.Corpus.Jobs;

internal static class JobServices
{
    /// <summary>The queue and who works it off; a host runs <see cref="JobRunner"/>. Handlers are registered by their areas.</summary>
    public static void AddJobs(this IServiceCollection services)
    {
        services.AddSingleton<WorkSignal>();
        services.AddSingleton<JobQueue>();
        services.AddSingleton<JobRunner>();
    }
}
