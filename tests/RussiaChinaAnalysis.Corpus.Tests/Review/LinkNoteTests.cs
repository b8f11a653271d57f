using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Review;

/// <summary>A note on a link is kept when one of the passages that the link joins goes.</summary>
public sealed class LinkNoteTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Leeds", "Nurses")]
    [InlineData("Nurses", "Leeds")]
    public async Task A_note_on_a_link_between_merged_passages_comes_to_the_one_that_stays(string from, string to)
    {
        await using var edited = await EditedCorpus.StartAsync();
        var (kept, gone) = (await edited.PassageAsync("Nurses"), await edited.PassageAsync("Leeds"));
        var link = EditedCorpus.Done(await edited.Relations.LinkAsync(
            edited.Ada, (await edited.PassageAsync(from)).Id, (await edited.PassageAsync(to)).Id, RelationKind.Supports, Cancellation));
        var note = await NoteAsync(edited, link.Id);
        kept = await edited.PassageAsync(kept.Id);

        EditedCorpus.Done(await edited.Passages.MergeAsync(edited.Ada, kept.Id, kept.ConcurrencyToken, gone.Id, otherToken: null, Cancellation));

        Assert.Equal((kept.Id, null), await TargetAsync(edited, note));
    }

    [Fact]
    public async Task A_note_on_a_link_that_the_other_has_too_comes_to_the_passage_that_stays()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var (kept, gone, thesis) = (await edited.PassageAsync("Nurses"), await edited.PassageAsync("Leeds"), await edited.PassageAsync("town should"));
        EditedCorpus.Done(await edited.Relations.LinkAsync(edited.Ada, kept.Id, thesis.Id, RelationKind.Exemplifies, Cancellation));
        var link = EditedCorpus.Done(await edited.Relations.LinkAsync(edited.Ada, gone.Id, thesis.Id, RelationKind.Exemplifies, Cancellation));
        var note = await NoteAsync(edited, link.Id);
        kept = await edited.PassageAsync(kept.Id);

        EditedCorpus.Done(await edited.Passages.MergeAsync(edited.Ada, kept.Id, kept.ConcurrencyToken, gone.Id, otherToken: null, Cancellation));

        Assert.Equal((kept.Id, null), await TargetAsync(edited, note));
    }

    [Fact]
    public async Task A_passage_whose_link_has_a_note_is_not_removed()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var thesis = await edited.PassageAsync("town should");
        var made = EditedCorpus.Done(await edited.Passages.CreateAsync(
            edited.Ada, edited.Document, seen: null, await edited.SpanAsync("Nurses finish"), new(Role.Evidence), Cancellation));
        var link = EditedCorpus.Done(await edited.Relations.LinkAsync(edited.Ada, made.Id, thesis.Id, RelationKind.Supports, Cancellation));
        var note = await NoteAsync(edited, link.Id);
        var passage = await edited.PassageAsync(made.Id);

        var refused = Assert.IsType<EditResult.Refused>(await edited.Passages.RemoveAsync(edited.Ada, passage.Id, passage.ConcurrencyToken, Cancellation));

        Assert.Contains("Notes hang on a link", refused.Message, StringComparison.Ordinal);
        Assert.Equal((null, link.Id), await TargetAsync(edited, note));
    }

    [Fact]
    public async Task A_note_on_a_link_to_a_removed_passage_comes_to_the_passage_at_the_other_end()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var leeds = await edited.PassageAsync("Leeds");
        var made = EditedCorpus.Done(await edited.Passages.CreateAsync(
            edited.Ada, edited.Document, seen: null, await edited.SpanAsync("Nurses finish"), new(Role.Claim), Cancellation));
        var link = EditedCorpus.Done(await edited.Relations.LinkAsync(edited.Ada, leeds.Id, made.Id, RelationKind.Supports, Cancellation));
        var note = await NoteAsync(edited, link.Id);
        var passage = await edited.PassageAsync(made.Id);

        EditedCorpus.Done(await edited.Passages.RemoveAsync(edited.Ada, passage.Id, passage.ConcurrencyToken, Cancellation));

        Assert.Equal((leeds.Id, null), await TargetAsync(edited, note));
    }

    private static async Task<int> NoteAsync(EditedCorpus edited, int link) => EditedCorpus.Done(
        await edited.Notes.WriteAsync(edited.Ben, new NoteTarget.OfRelation(link), new(Motivation.Commenting, "Does it?"), Cancellation)).Id;

    private static async Task<(int? Passage, int? Relation)> TargetAsync(EditedCorpus edited, int note)
    {
        await using var context = edited.Corpus.Open();
        var found = await context.Annotations.SingleAsync(one => one.Id == note, Cancellation);
        return (found.PassageId, found.RelationId);
    }
}
