using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Reports;

public sealed class ReportStoreTests
{
    /// <summary>It stands in the statement that is sent between reading which passages are selected and reading what they are.</summary>
    private const string InBetween = "\"ContentHash\"";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private static ReportDefinition Definition { get; } = new() { Title = "On nights" };

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_saved_report_shows_one_state_of_the_corpus_and_keeps_nobody_waiting(bool isRefreshed)
    {
        using var interruption = new Interruption();
        await using var edited = await EditedCorpus.StartAsync();
        var reports = edited.Corpus.Get<ReportStore>();
        var id = isRefreshed ? await reports.CreateAsync(Definition, edited.Ben.Name, Cancellation) : 0;
        var nurses = await edited.PassageAsync("Nurses");
        var isSaved = false;
        interruption.Await(edited.Corpus, InBetween, async () =>
        {
            var result = await edited.Passages.DecideAsync(edited.Ben, nurses.Id, nurses.ConcurrencyToken, Status.Rejected, Cancellation);
            Assert.False(Volatile.Read(ref isSaved));
            return result;
        });

        if (isRefreshed)
            Assert.IsType<ReportSaving.Saved>(await reports.SaveAsync(id, definition: null, token: null, edited.Ben.Name, Cancellation));
        else
            id = await reports.CreateAsync(Definition, edited.Ben.Name, Cancellation);
        Volatile.Write(ref isSaved, true);

        Assert.IsType<EditResult.Done>(await interruption.Result);
        var content = (await reports.FindAsync(id, version: null, Cancellation))!.Content;
        Assert.Equal(Status.Suggested, Assert.Single(content.References, reference => reference.PassageId == nurses.Id).Status);
    }
}
