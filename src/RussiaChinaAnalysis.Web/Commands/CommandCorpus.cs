using RussiaChinaAnalysis.Corpus;
using RussiaChinaAnalysis.Web.Downloads;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Commands;

/// <summary>The corpus as the commands open it: without a site, and without taking in the seeds.</summary>
internal static class CommandCorpus
{
    /// <summary>The services of a corpus that is ready for use. What happens is written to the log file only.</summary>
    /// <exception cref="UserMistakeException">The corpus is new and its codebook cannot be used: everything that is wrong, with file and line.</exception>
    public static async Task<ServiceProvider> OpenAsync(Settings settings, CancellationToken cancellation)
    {
        var services = new ServiceCollection()
            .AddFileLog(settings)
            .AddCorpus(settings.Corpus(seeds: null))
            .AddReportExport()
            .BuildServiceProvider();
        try
        {
            await services.GetRequiredService<CorpusStartup>().EnsureReadyAsync(progress: null, cancellation);
            return services;
        }
        catch
        {
            await services.DisposeAsync();
            throw;
        }
    }

    /// <inheritdoc cref="CorpusStartup.RunAsync"/>
    /// <exception cref="UserMistakeException">The corpus is new and its codebook cannot be used.</exception>
    public static async Task EnsureReadyAsync(
        this CorpusStartup startup, IProgress<Corpus.Ingest.IngestProgress>? progress, CancellationToken cancellation)
    {
        if (await startup.RunAsync(progress, cancellation) is StartupResult.CodebookRefused refused)
            throw new UserMistakeException([.. refused.Errors.Select(error => error.ToString())]);
    }
}
