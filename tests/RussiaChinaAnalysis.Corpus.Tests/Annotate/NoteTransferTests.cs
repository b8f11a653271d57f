using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Annotate;

/// <summary>Notes go along with their words when an essay is revised.</summary>
public sealed class NoteTransferTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_note_is_there_after_a_revision_and_says_how_well_its_words_were_found()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var same = await OnWordsAsync(edited, "drivers are tired");
        var altered = await OnWordsAsync(edited, "the number of passengers rose by 30 percent within a year");
        var pieces = await OnWordsAsync(edited, "buses through the night", "finish work at two in the morning");
        var whole = await OnWordsAsync(edited);
        var staying = await OnPassageAsync(edited, "The cost is small.");
        var going = await OnPassageAsync(edited, "Nurses finish work");
        var (from, to) = (await edited.PassageAsync("Nurses finish work"), await edited.PassageAsync("The cost is small."));
        var link = EditedCorpus.Done(await edited.Relations.LinkAsync(edited.Ada, from.Id, to.Id, RelationKind.Supports, Cancellation)).Id;
        var onLink = EditedCorpus.Done(await edited.Notes.WriteAsync(edited.Ada, new NoteTarget.OfRelation(link), Comment, Cancellation)).Id;
        var reply = EditedCorpus.Done(await edited.Notes.ReplyAsync(edited.Ben, going, "So it is.", Cancellation)).Id;

        await edited.ReviseAsync(EditedCorpus.Revised);

        var threads = await edited.NoteList.OfDocumentAsync(edited.Document, edited.Ada.PersonId, Cancellation);
        var notes = threads.SelectMany(thread => thread.Replies.Prepend(thread.First)).ToDictionary(note => note.Id);
        Assert.Equal(8, notes.Count);
        Assert.Equal((AnchorKind.Unchanged, "drivers are tired"), (notes[same].Anchoring, notes[same].Spans[0].Quote));
        Assert.Equal(await edited.SpanAsync("drivers are tired"), notes[same].Spans[0].Position);
        Assert.Equal(AnchorKind.Altered, notes[altered].Anchoring);
        Assert.Contains("35 percent", notes[altered].Spans[0].Quote, StringComparison.Ordinal);
        Assert.Equal(AnchorKind.Orphan, notes[pieces].Anchoring);
        Assert.Equal(["buses through the night", "finish work at two in the morning"], notes[pieces].Spans.Select(span => span.Quote));
        Assert.Empty(notes[whole].Spans);
        Assert.Equal((to.Id, AnchorKind.Unchanged), (notes[staying].PassageId, notes[staying].Anchoring));
        // Its passage is gone, so it keeps the words that it was about.
        Assert.Equal((null, AnchorKind.Orphan, from.Quote), (notes[going].PassageId, notes[going].Anchoring, Assert.Single(notes[going].Spans).Quote));
        Assert.Equal(going, notes[reply].ParentId);
        Assert.Equal((null, to.Id), (notes[onLink].RelationId, notes[onLink].PassageId));
        var lost = await edited.NoteList.ListAsync(NoteFilter.Astray, edited.Ada.PersonId, before: null, 10, Cancellation);
        Assert.Equal(new[] { pieces, going }.Order(), lost.Select(thread => thread.First.Id).Order());
    }

    [Fact]
    public async Task Notes_go_along_to_a_new_version_and_those_that_cannot_are_listed()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var leeds = await edited.PassageAsync("Leeds");
        var found = await OnWordsAsync(edited, "The cost is small.");
        var lost = await OnWordsAsync(edited, "Critics say that the drivers are tired.");
        var kept = await OnPassageAsync(edited, "Leeds");
        var alone = await OnPassageAsync(edited, "Nurses");
        await using var context = edited.Corpus.Open();
        var old = await context.DocumentTexts.Select(text => text.Text).SingleAsync(Cancellation);
        var text = "Something new comes first. " + old.Replace("Critics say that the drivers are tired.", "", StringComparison.Ordinal);
        var version = await AddVersionAsync(context, edited.Document, text);

        await NoteTransfer.MoveAsync(
            context, edited.Document, version, AnchorFinder.Between(old, text), new Dictionary<int, int> { [leeds.Id] = leeds.Id }, Cancellation);
        await context.SaveChangesAsync(Cancellation);

        var notes = await context.Annotations.AsNoTracking().ToDictionaryAsync(note => note.Id, Cancellation);
        Assert.All(notes.Values, note => Assert.Equal(version, note.VersionId));
        Assert.Equal(AnchorKind.Unchanged, notes[found].Anchoring);
        Assert.Equal("The cost is small.", notes[found].Spans.Single().Position.Of(text));
        Assert.Equal(leeds.Id, notes[kept].PassageId);
        Assert.Equal((null, "Nurses"), (notes[alone].PassageId, notes[alone].Spans.Single().Quote[..6]));
        var astray = Assert.Single(await edited.NoteList.ListAsync(NoteFilter.Astray, edited.Ben.PersonId, null, 10, Cancellation));
        Assert.Equal((lost, AnchorKind.Orphan), (astray.First.Id, astray.First.Anchoring));
    }

    private static NoteDraft Comment => new(Motivation.Commenting, "Is that so?");

    private static async Task<int> OnWordsAsync(EditedCorpus edited, params string[] words)
    {
        var spans = new List<Arguments.Text.TextSpan>();
        foreach (var piece in words)
            spans.Add(await edited.SpanAsync(piece));
        return EditedCorpus.Done(await edited.Notes.WriteAsync(edited.Ada, new NoteTarget.OfDocument(edited.Document, spans), Comment, Cancellation)).Id;
    }

    private static async Task<int> OnPassageAsync(EditedCorpus edited, string words) =>
        EditedCorpus.Done(await edited.Notes.WriteAsync(
            edited.Ada, new NoteTarget.OfPassage((await edited.PassageAsync(words)).Id), Comment, Cancellation)).Id;

    private static async Task<int> AddVersionAsync(Corpus.Storage.CorpusContext context, int document, string text)
    {
        var version = new DocumentVersion
        {
            Document = await context.Documents.SingleAsync(one => one.Id == document, Cancellation),
            Number = 2,
            ContentHash = new string('2', 64),
            MediaType = "text/plain",
            Words = 1,
            ImportedAt = DateTime.UtcNow,
            Text = new() { Text = text, Blocks = [] },
            Original = new() { Content = [] },
        };
        context.Add(version);
        await context.SaveChangesAsync(Cancellation);
        return version.Id;
    }
}
