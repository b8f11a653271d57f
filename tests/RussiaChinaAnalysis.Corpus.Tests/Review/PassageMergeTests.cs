using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Review;

/// <summary>What becomes of two passages that are made one: nothing that hung on either is lost.</summary>
public sealed class PassageMergeTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_merged_passage_hands_over_what_hung_on_it()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var (kept, gone, thesis) = (await edited.PassageAsync("Nurses"), await edited.PassageAsync("Leeds"), await edited.PassageAsync("town should"));
        await edited.Relations.LinkAsync(edited.Ada, gone.Id, thesis.Id, RelationKind.Exemplifies, Cancellation);
        var note = EditedCorpus.Done(await edited.Notes.WriteAsync(edited.Ben, new NoteTarget.OfPassage(gone.Id), new(Motivation.Questioning, "Which year?"), Cancellation));
        kept = await edited.PassageAsync(kept.Id);

        EditedCorpus.Done(await edited.Passages.MergeAsync(edited.Ada, kept.Id, kept.ConcurrencyToken, gone.Id, otherToken: null, Cancellation));

        await using var context = edited.Corpus.Open();
        Assert.True(await context.Relations.AnyAsync(relation => relation.FromPassageId == kept.Id && relation.ToPassageId == thesis.Id && relation.Kind == RelationKind.Exemplifies, Cancellation));
        Assert.Equal(kept.Id, await context.Annotations.Where(one => one.Id == note.Id).Select(one => one.PassageId).SingleAsync(Cancellation));
    }

    [Fact]
    public async Task The_history_of_a_merge_tells_of_a_private_note_to_its_author_alone()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var (kept, gone) = (await edited.PassageAsync("Nurses"), await edited.PassageAsync("Leeds"));
        EditedCorpus.Done(await edited.Notes.WriteAsync(edited.Ben, new NoteTarget.OfPassage(gone.Id), new(Motivation.Commenting, "Whispered.", IsPrivate: true), Cancellation));
        EditedCorpus.Done(await edited.Notes.WriteAsync(edited.Ben, new NoteTarget.OfPassage(gone.Id), new(Motivation.Commenting, "Said aloud."), Cancellation));
        kept = await edited.PassageAsync(kept.Id);
        var merged = EditedCorpus.Done(await edited.Passages.MergeAsync(edited.Ada, kept.Id, kept.ConcurrencyToken, gone.Id, otherToken: null, Cancellation));

        Assert.Equal((1, 2, 1), (await NotesAsync(edited.Ada.PersonId), await NotesAsync(edited.Ben.PersonId), await NotesAsync(null)));

        async Task<int> NotesAsync(int? viewer)
        {
            var listed = (await edited.History.ListAsync(edited.Document, viewer, before: null, size: 50, Cancellation)).Single(change => change.Id == merged.Change);
            var found = (await edited.History.FindAsync(merged.Change, viewer, Cancellation))!;
            Assert.Equal(listed.Rows.Select(row => row.Position), found.Rows.Select(row => row.Position));
            return found.Rows.Count(row => row.Entity == nameof(Annotation));
        }
    }

    [Fact]
    public async Task That_a_passage_is_not_removed_does_not_tell_of_private_notes()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var made = EditedCorpus.Done(await edited.Passages.CreateAsync(
            edited.Ada, edited.Document, seen: null, await edited.SpanAsync("Nurses finish"), new(Role.Evidence), Cancellation));
        EditedCorpus.Done(await edited.Notes.WriteAsync(edited.Ben, new NoteTarget.OfPassage(made.Id), new(Motivation.Commenting, "Whispered.", IsPrivate: true), Cancellation));
        var passage = await edited.PassageAsync(made.Id);

        var toAda = Assert.IsType<EditResult.Refused>(await edited.Passages.RemoveAsync(edited.Ada, passage.Id, passage.ConcurrencyToken, Cancellation));
        var toBen = Assert.IsType<EditResult.Refused>(await edited.Passages.RemoveAsync(edited.Ben, passage.Id, passage.ConcurrencyToken, Cancellation));

        Assert.DoesNotContain("ote", toAda.Message, StringComparison.Ordinal);
        Assert.EndsWith("the passage has come into use since.", Assert.IsType<EditResult.Refused>(await edited.Undo.RunAsync(edited.Ada, made.Change, Cancellation)).Message, StringComparison.Ordinal);
        Assert.StartsWith("Notes hang on this passage", toBen.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_a_person_accepted_of_either_stays_accepted_when_two_passages_merge()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var (kept, gone, thesis) = (await edited.PassageAsync("Nurses"), await edited.PassageAsync("Leeds"), await edited.PassageAsync("town should"));
        var own = EditedCorpus.Done(await edited.Relations.LinkAsync(edited.Ada, kept.Id, thesis.Id, RelationKind.Exemplifies, Cancellation));
        EditedCorpus.Done(await edited.Relations.LinkAsync(edited.Ada, gone.Id, thesis.Id, RelationKind.Exemplifies, Cancellation));
        await using (var context = edited.Corpus.Open())
        {
            var theme = await context.Themes.OrderBy(one => one.Id).Select(one => one.Id).FirstAsync(Cancellation);
            foreach (var (id, status) in new[] { (kept.Id, Status.Rejected), (gone.Id, Status.Accepted) })
                context.Add(new PassageTheme { Passage = await context.Passages.SingleAsync(one => one.Id == id, Cancellation), ThemeId = theme, Score = 0.5, Status = status });
            (await context.Relations.SingleAsync(one => one.Id == own.Id, Cancellation)).Status = Status.Suggested;
            await context.SaveChangesAsync(Cancellation);
        }

        kept = await edited.PassageAsync(kept.Id);
        EditedCorpus.Done(await edited.Passages.MergeAsync(edited.Ada, kept.Id, kept.ConcurrencyToken, gone.Id, otherToken: null, Cancellation));

        await using var after = edited.Corpus.Open();
        Assert.Equal(Status.Accepted, (await after.Relations.SingleAsync(one => one.Id == own.Id, Cancellation)).Status);
        Assert.Equal(Status.Accepted, (await edited.PassageAsync(kept.Id)).Themes.MinBy(tag => tag.ThemeId)!.Status);
    }

    [Fact]
    public async Task What_somebody_did_to_the_passage_that_a_merge_removes_is_not_lost()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var (kept, gone) = (await edited.PassageAsync("Nurses"), await edited.PassageAsync("Leeds"));
        EditedCorpus.Done(await edited.Passages.LabelAsync(edited.Ben, gone.Id, gone.ConcurrencyToken, new(Role.Claim), Cancellation));

        Assert.IsType<EditResult.Refused>(
            await edited.Passages.MergeAsync(edited.Ada, kept.Id, kept.ConcurrencyToken, gone.Id, gone.ConcurrencyToken, Cancellation));

        Assert.Equal(Role.Claim, (await edited.PassageAsync(gone.Id)).Role);
    }
}
