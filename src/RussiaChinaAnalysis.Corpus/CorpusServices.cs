using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Codebook;
using RussiaChinaAnalysis.Corpus.Connect;
using RussiaChinaAnalysis.Corpus.Evaluate;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Imports;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Interchange;
using RussiaChinaAnalysis.Corpus.Jobs;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Corpus.Review;
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
        services.AddIngest();
        services.AddConnections();
        services.AddJobs();
        services.AddImports();
        services.AddRevisions();
        services.AddBrowsing();
        services.AddHistory();
        services.AddReview();
        services.AddAnnotations();
        services.AddCodebook();
        services.AddPeople();
        services.AddReports();
        services.AddInterchange();
        services.AddSingleton<AcceptedLabels>();
        return services;
    }
}
