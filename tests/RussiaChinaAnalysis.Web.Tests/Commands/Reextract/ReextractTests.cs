using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Commands.Reextract;

/// <summary>The real program reads a corpus anew that an older extractor had labelled otherwise.</summary>
public sealed class ReextractTests : IDisposable
{
    private readonly TemporaryFolder temporary = new();

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public void Dispose() => temporary.Dispose();

    [Fact]
    public async Task What_changed_is_said_and_no_decision_is_touched()
    {
        var essay = temporary.Write("cats.txt", "Cats should sleep at night. They purr because they are content. Nobody has counted them so far.");
        await ProgramRun.OfAsync(Cancellation, ["ingest", essay, "--data", temporary.Child("data")]);
        await using var corpus = new ServiceCollection()
            .AddCorpus(new CorpusOptions(Path.Combine(temporary.Child("data"), "corpus.db"), Path.Combine(Build.Root, "data", "codebook.yaml"), SeedFolder: null, 1 << 20))
            .BuildServiceProvider();
        Passage decided, stale;
        Role right;
        await using (var context = await OpenAsync(corpus))
        {
            var passages = await context.Passages.OrderBy(passage => passage.Ordinal).ToListAsync(Cancellation);
            (decided, stale) = (passages[0], passages[^1]);
            right = stale.Role;
            (decided.Role, decided.Status) = (Other(decided.Role), Status.Accepted);
            stale.Role = Other(stale.Role);
            await context.SaveChangesAsync(Cancellation);
        }

        var run = await ReadAnewAsync();

        Assert.Equal(0, run.ExitCode);
        Assert.Contains("1 relabelled, 0 added, 0 removed, 1 left as people decided", run.Output, StringComparison.Ordinal);
        Assert.Contains("1 read, 1 changed", run.Output, StringComparison.Ordinal);
        await using (var context = await OpenAsync(corpus))
        {
            var after = await context.Passages.ToDictionaryAsync(passage => passage.Id, Cancellation);
            Assert.Equal((decided.Role, Status.Accepted), (after[decided.Id].Role, after[decided.Id].Status));
            Assert.Equal(right, after[stale.Id].Role);
        }

        Assert.Contains("1 read, 0 changed", (await ReadAnewAsync()).Output, StringComparison.Ordinal);
    }

    private static Role Other(Role role) => role == Role.Claim ? Role.Context : Role.Claim;

    private Task<ProgramRun> ReadAnewAsync() => ProgramRun.OfAsync(Cancellation, ["reextract", "--data", temporary.Child("data")]);

    private static Task<CorpusContext> OpenAsync(ServiceProvider corpus) =>
        corpus.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContextAsync(Cancellation);
}
