using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Jobs;

namespace RussiaChinaAnalysis.Corpus.Imports;

internal static class ImportServices
{
    public static void AddImports(this IServiceCollection services)
    {
        services.AddSingleton<ImportDesk>();
        services.AddSingleton<ImportBrowser>();
        services.AddSingleton<ImportPreview>();
        services.AddSingleton<StagedImports>();
        services.AddSingleton<IJobHandler, ReadImport>();
        services.AddSingleton<IJobHandler, StoreImport>();
    }
}
