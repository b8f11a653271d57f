using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.History;

/// <summary>The audit log as a whole.</summary>
public sealed class AuditTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_row_of_every_change_is_there_once_and_in_order()
    {
        await using var corpus = await TestCorpus.StartAsync();
        int[] sizes = [0, 3, 0, 1203, 1, 500, 0, .. Enumerable.Repeat(1, 600), 0];
        await StoreAsync(corpus, sizes);

        var lines = await corpus.Get<HistoryBrowser>().AuditAsync(Cancellation).ToListAsync(Cancellation);

        Assert.Equal(
            sizes.SelectMany((size, place) => size == 0 ? [$"Change {place}: "] : Enumerable.Range(1, size).Select(number => $"Change {place}: {number}")),
            lines.Select(line => $"{line.Summary}: {line.Key}"));
    }

    [Fact]
    public async Task A_change_of_a_whole_book_is_not_read_at_once()
    {
        using var recorder = new SqlRecorder();
        await using var corpus = await TestCorpus.StartAsync(StorageProvider.Sqlite);
        await StoreAsync(corpus, [2000, 2000, 2000]);
        recorder.Begin(corpus.Storage.DatabasePath);

        var lines = await corpus.Get<HistoryBrowser>().AuditAsync(Cancellation).CountAsync(Cancellation);

        Assert.Equal(6000, lines);
        Assert.InRange(recorder.MostRead, 1, 501);
    }

    private static async Task StoreAsync(TestCorpus corpus, int[] sizes)
    {
        await using var context = corpus.Open();
        foreach (var (place, size) in sizes.Index())
        {
            var change = new Change { At = DateTime.UtcNow, PersonId = 1, PersonName = "Ada", Action = "decide passage", Summary = $"Change {place}" };
            change.Rows.AddRange(Enumerable.Range(1, size).Select(position => new ChangedRow
            {
                Position = position,
                Entity = nameof(Passage),
                Key = FormattableString.Invariant($"{position}"),
                After = "{}",
            }));
            context.Add(change);
            // One by one, so that their numbers follow each other.
            await context.SaveChangesAsync(Cancellation);
        }
    }
}
