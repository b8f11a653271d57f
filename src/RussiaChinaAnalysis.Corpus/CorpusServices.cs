using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Columns;
using RussiaChinaAnalysis.Corpus.Connect;
using RussiaChinaAnalysis.Corpus.Evaluate;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Imports;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Interchange;
using RussiaChinaAnalysis.Corpus.Jobs;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Corpus.Reports.Verify;
using RussiaChinaAnalysis.Corpus.Revise;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Storage.Transfer;

namespace RussiaChinaAnalysis.Corpus;

public static class CorpusServices
{
    /// <summary>Registers everything that the corpus can do. <see cref="CorpusStartup"/> must have run before the rest is used.</summary>
    /// <exception cref="ArgumentException">Says every problem of the options, not only the first.</exception>
    public static IServiceCollection AddCorpus(this IServiceCollection services, CorpusOptions options)
    {
        if (options.Problems().ToList() is { Count: > 0 } problems)
            throw new ArgumentException(string.Join(Environment.NewLine, problems), nameof(options));
        services.AddSingleton(options);
        services.TryAddSingleton(TimeProvider.System);

        services.AddStorage(options);
        services.AddSingleton<CorpusStartup>();
        services.AddSingleton<CorpusCopy>();
        services.AddSingleton<CorpusBackup>();

        services.AddLogging();
        services.AddSingleton<ArgumentReader>();
        services.AddSingleton<KnownDocuments>();
        services.AddSingleton<DocumentIngest>();
        services.AddSingleton<IngestBatch>();
        services.AddSingleton<ComparisonQueue>();
        services.AddSingleton<ConnectionUpdater>();

        services.AddJobs();
        services.AddImports();
        services.AddRevisions();

        services.AddSingleton<ColumnStore>();
        services.AddSingleton<OverviewBrowser>();
        services.AddSingleton<PassageBrowser>();
        services.AddSingleton<DocumentBrowser>();
        services.AddSingleton<ThemeBrowser>();
        services.AddSingleton<ConnectionBrowser>();

        services.AddSingleton<AcceptedLabels>();

        services.AddSingleton<CorpusExport>();
        services.AddSingleton<DataImport>();

        services.AddEditing();

        services.AddPeople();
        services.AddSingleton<ReportStore>();
        services.AddSingleton<ReportVerifier>();
        return services;
    }
}
