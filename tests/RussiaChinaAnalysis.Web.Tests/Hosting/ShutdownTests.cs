using System.Diagnostics;
using System.Globalization;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus;
using RussiaChinaAnalysis.Corpus.Jobs;
using RussiaChinaAnalysis.Corpus.Tests.Support;
using RussiaChinaAnalysis.Web.Tests.Support;
using TemporaryFolder = RussiaChinaAnalysis.Web.Tests.Support.TemporaryFolder;

namespace RussiaChinaAnalysis.Web.Tests.Hosting;

/// <summary>The real program is asked to end while it stores an import.</summary>
public sealed class ShutdownTests : IAsyncDisposable
{
    /// <summary>Far more than the program stores until the wish to end has reached it, however fast the machine is.</summary>
    private const int Files = 400;

    /// <summary>Long enough to end what was begun.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly TemporaryFolder folder = new();
    private readonly ServiceProvider services;
    private readonly CorpusFromOutside corpus;

    public ShutdownTests()
    {
        services = new ServiceCollection()
            .AddCorpus(new CorpusOptions(Path.Combine(folder.Child("data"), "corpus.db"), RepositoryFiles.Codebook, SeedFolder: null, MaximumFileBytes: 1 << 20))
            .BuildServiceProvider();
        corpus = new(services);
    }

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }

    [Fact]
    public async Task It_hands_its_job_back_and_the_next_start_finishes_it_once()
    {
        await using (var site = await StartAsync())
        {
            await corpus.ImportAsync(Files);
            await corpus.UntilAsync(async context => await context.Documents.CountAsync(Cancellation) >= 2);
            using var program = Process.GetProcessById(site.ProcessId);
            using var end = Process.Start("kill", ["-TERM", site.ProcessId.ToString(CultureInfo.InvariantCulture)]);
            await program.WaitForExitAsync(Cancellation).WaitAsync(Patience, Cancellation);
        }

        await using (var context = corpus.Open())
        {
            Assert.InRange(await context.Documents.CountAsync(Cancellation), 2, Files - 1);
            var job = await context.Jobs.OrderBy(job => job.Id).LastAsync(Cancellation);
            Assert.Equal((JobState.Waiting, null), (job.State, job.LeaseOwner));
        }

        await using var again = await StartAsync();
        await corpus.UntilAsync(context => context.Jobs.AllAsync(job => job.State == JobState.Finished, Cancellation));
        await using var after = corpus.Open();
        Assert.Equal(
            Enumerable.Range(0, Files).Select(CorpusFromOutside.FileName),
            await after.Documents.Select(document => document.Source).Order().ToListAsync(Cancellation));
    }

    private Task<RunningSite> StartAsync() =>
        RunningSite.StartAsync(Cancellation, "--data", folder.Child("data"), "--seeds", folder.Child("none"));
}
