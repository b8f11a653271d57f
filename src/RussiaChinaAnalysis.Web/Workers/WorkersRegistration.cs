namespace RussiaChinaAnalysis.Web.Workers;

/// <summary>What goes on beside the answers while the site runs.</summary>
internal static class WorkersRegistration
{
    public static void AddWorkers(this IServiceCollection services)
    {
        services.AddHostedService<ConnectionWorker>();
        services.AddHostedService<JobWorker>();
        services.AddHostedService<StagedImportsWorker>();
        services.AddHostedService<ChangeWorker>();
    }
}
