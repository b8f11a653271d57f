using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Review;

/// <summary>Many passages are decided at once, as they were shown.</summary>
public sealed class BulkReviewTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task What_is_listed_is_changed_as_it_was_listed()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var (leeds, thesis) = (await edited.PassageAsync("Leeds"), await edited.PassageAsync("town should"));
        EditedCorpus.Done(await edited.Relations.LinkAsync(edited.Ada, leeds.Id, thesis.Id, RelationKind.Supports, Cancellation));
        var document = (await edited.Corpus.Documents.FindAsync(edited.Document, Cancellation))!;
        var row = document.Passages.Single(one => one.Id == leeds.Id);
        var link = document.Relations.Single(one => one.From == leeds.Id && one.To == thesis.Id && one.Kind == RelationKind.Supports);

        EditedCorpus.Done(await edited.Passages.LabelAsync(edited.Ada, row.Id, row.Token, new(Role.Claim), Cancellation));
        EditedCorpus.Done(await edited.Relations.ChangeKindAsync(edited.Ada, link.Id, link.Token, RelationKind.Rebuts, Cancellation));

        Assert.IsType<EditResult.Collision>(await edited.Passages.DecideAsync(edited.Ben, row.Id, row.Token, Status.Rejected, Cancellation));
        Assert.IsType<EditResult.Collision>(await edited.Relations.DecideAsync(edited.Ben, link.Id, link.Token, Status.Rejected, Cancellation));
    }

    [Fact]
    public async Task Many_are_decided_at_once_and_what_a_person_decided_before_stays()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var passage = await edited.PassageAsync("Leeds");
        await edited.Passages.DecideAsync(edited.Ada, passage.Id, passage.ConcurrencyToken, Status.Rejected, Cancellation);
        var bulk = edited.Corpus.Get<BulkReview>();
        var open = (await edited.Corpus.Passages.ListAsync(new(PassageFilter.Everything), Cancellation)).Undecided;

        Assert.IsType<EditResult.Refused>(await bulk.DecideAsync(edited.Ben, PassageFilter.Everything, Status.Accepted, open + 1, Cancellation));
        var done = EditedCorpus.Done(await bulk.DecideAsync(edited.Ben, PassageFilter.Everything, Status.Accepted, open, Cancellation));

        Assert.Equal(Status.Rejected, (await edited.PassageAsync(passage.Id)).Status);
        Assert.Equal(0, (await edited.Corpus.Passages.ListAsync(new(PassageFilter.Everything), Cancellation)).Undecided);
        EditedCorpus.Done(await edited.Undo.RunAsync(edited.Ben, done.Change, Cancellation));
        Assert.Equal(open, (await edited.Corpus.Passages.ListAsync(new(PassageFilter.Everything), Cancellation)).Undecided);
    }

    [Fact]
    public async Task Ticked_passages_that_somebody_decided_meanwhile_keep_that_decision()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var (leeds, nurses) = (await edited.PassageAsync("Leeds"), await edited.PassageAsync("Nurses"));
        Dictionary<int, Status> shown = new() { [leeds.Id] = leeds.Status, [nurses.Id] = nurses.Status };
        EditedCorpus.Done(await edited.Passages.DecideAsync(edited.Ada, leeds.Id, leeds.ConcurrencyToken, Status.Rejected, Cancellation));
        var bulk = edited.Corpus.Get<BulkReview>();

        var refused = Assert.IsType<EditResult.Refused>(await bulk.DecideAsync(edited.Ben, shown, Status.Accepted, Cancellation));

        Assert.Contains("1 was decided differently meanwhile", refused.Message, StringComparison.Ordinal);
        Assert.Equal((Status.Rejected, nurses.Status), ((await edited.PassageAsync(leeds.Id)).Status, (await edited.PassageAsync(nurses.Id)).Status));
        shown[leeds.Id] = Status.Rejected;
        EditedCorpus.Done(await bulk.DecideAsync(edited.Ben, shown, Status.Accepted, Cancellation));
        Assert.Equal(Status.Accepted, (await edited.PassageAsync(leeds.Id)).Status);
    }
}
