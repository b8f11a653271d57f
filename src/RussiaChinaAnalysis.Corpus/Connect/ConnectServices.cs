using Microsoft.Extensions.DependencyInjection;

namespace RussiaChinaAnalysis.Corpus.Connect;

internal static class ConnectServices
{
    /// <summary>How passages of different essays are compared.</summary>
    public static void AddConnections(this IServiceCollection services)
    {
        services.AddSingleton<ComparisonQueue>();
        services.AddSingleton<ConnectionUpdater>();
    }
}
