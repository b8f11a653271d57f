using System.Diagnostics;
using System.Globalization;
using System.Text;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus;
using RussiaChinaAnalysis.Corpus.Imports;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Jobs;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Tests.Support;
using RussiaChinaAnalysis.Web.Tests.Support;
using TemporaryFolder = RussiaChinaAnalysis.Web.Tests.Support.TemporaryFolder;

namespace RussiaChinaAnalysis.Web.Tests.Hosting;

/// <summary>The real program is asked to end while it stores an import.</summary>
public sealed class ShutdownTests : IAsyncDisposable
{
    private const int Files = 60;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private readonly TemporaryFolder folder = new();
    private readonly ServiceProvider services;

    public ShutdownTests() => services = new ServiceCollection()
        .AddCorpus(new CorpusOptions(Path.Combine(folder.Child("data"), "corpus.db"), RepositoryFiles.Codebook, SeedFolder: null, MaximumFileBytes: 1 << 20))
        .BuildServiceProvider();

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
            await HandInAsync();
            await UntilAsync(async context => await context.Documents.CountAsync(Cancellation) >= 2);
            using var end = Process.Start("kill", ["-TERM", site.ProcessId.ToString(CultureInfo.InvariantCulture)]);
            using var program = Process.GetProcessById(site.ProcessId);
            await program.WaitForExitAsync(Cancellation).WaitAsync(Patience, Cancellation);
        }

        await using (var context = Open())
        {
            Assert.InRange(await context.Documents.CountAsync(Cancellation), 2, Files - 1);
            var job = await context.Jobs.OrderBy(job => job.Id).LastAsync(Cancellation);
            Assert.Equal((JobState.Waiting, null), (job.State, job.LeaseOwner));
        }

        await using var again = await StartAsync();
        await UntilAsync(context => context.Jobs.AllAsync(job => job.State == JobState.Finished, Cancellation));
        await using var after = Open();
        Assert.Equal(
            Enumerable.Range(0, Files).Select(number => $"essay-{number:00}.md"),
            await after.Documents.Select(document => document.Source).Order().ToListAsync(Cancellation));
    }

    private Task<RunningSite> StartAsync() =>
        RunningSite.StartAsync(Cancellation, "--data", folder.Child("data"), "--seeds", folder.Child("none"));

    private async Task HandInAsync()
    {
        var desk = services.GetRequiredService<ImportDesk>();
        var id = await desk.HandInAsync(
            Enumerable.Range(0, Files).Select(number => new HandedFile($"essay-{number:00}.md", new MemoryStream(Encoding.UTF8.GetBytes(Essay(number))))),
            askedBy: null,
            Cancellation);
        await UntilAsync(async context => await context.Imports.AnyAsync(import => import.Id == id && import.Step == ImportStep.Review, Cancellation));
        await using var context = Open();
        var decisions = await context.ImportFiles.Where(file => file.ImportId == id)
            .ToDictionaryAsync(file => file.Id, _ => new FileDecision(IsLeftOut: false, new DocumentDetails(), RevisionOf: null), Cancellation);
        Assert.True(await desk.ConfirmAsync(id, decisions, askedBy: null, Cancellation));
    }

    private CorpusContext Open() => services.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContext();

    private async Task UntilAsync(Func<CorpusContext, Task<bool>> isSo)
    {
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            await using (var context = Open())
            {
                if (await isSo(context))
                    return;
            }

            Assert.True(DateTime.UtcNow < until, "It did not come to that.");
            await Task.Delay(20, Cancellation);
        }
    }

    private static string Essay(int number) => $"# Essay {number}\n\n" + string.Concat(Enumerable.Range(0, 6).Select(paragraph =>
        $"Trade of region {number} with neighbour {paragraph} will decide the matter. It grew by {paragraph + 10} percent in 2024, because roads were built.\n\n"));
}
