using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Ingest;

public sealed class IngestBatchTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Folders_are_walked_in_order_and_every_file_gets_an_outcome()
    {
        await using var corpus = await TestCorpus.StartAsync();
        using var folder = new TemporaryFolder();
        folder.Write("README.md", "How to add an essay.");
        folder.Write(".hidden.md", "Not meant for anyone.");
        folder.Write("b.txt", "The second essay says this.");
        folder.Write("a.md", "The first essay says that.");
        folder.Write("deeper/c.md", "The third essay says nothing of the kind.");
        folder.Write("d.png", "No picture.");
        folder.Write("e.md", string.Empty);
        var missing = Path.Combine(folder.Path, "missing.md");
        var seen = new Reports();

        var summary = await corpus.Get<IngestBatch>().RunAsync([folder.Path, missing], seen, Cancellation);

        Assert.Equal(["a.md", "b.txt", "d.png", "c.md", "e.md", "missing.md"], summary.Outcomes.Select(outcome => Path.GetFileName(outcome.Path)));
        Assert.Equal((3, 0, 3), (summary.Imported, summary.Unchanged, summary.Refused));
        Assert.Equal(
            [RefusalReason.UnknownType, RefusalReason.Empty, RefusalReason.Unreadable],
            summary.Outcomes.Select(outcome => outcome.Result).OfType<IngestResult.Refused>().Select(refused => refused.Reason));
        Assert.Equal(Enumerable.Range(1, 6), seen.Select(report => report.Done));
        Assert.Equal(summary.Outcomes, seen.Select(report => report.Latest));
        Assert.True(summary.Passages >= 3);
    }

    [Fact]
    public async Task A_second_walk_imports_nothing()
    {
        await using var corpus = await TestCorpus.StartAsync();
        var batch = corpus.Get<IngestBatch>();
        var first = await batch.RunAsync([RepositoryFiles.Seeds], progress: null, Cancellation);

        var second = await batch.RunAsync([RepositoryFiles.Seeds], progress: null, Cancellation);

        Assert.True(first.Imported >= 2);
        Assert.Equal((0, first.Imported, 0), (second.Imported, second.Unchanged, second.Passages));
    }

    /// <summary>Unlike <see cref="Progress{T}"/>, takes each report at once and in order.</summary>
    private sealed class Reports : List<IngestProgress>, IProgress<IngestProgress>
    {
        public void Report(IngestProgress value) => Add(value);
    }
}
