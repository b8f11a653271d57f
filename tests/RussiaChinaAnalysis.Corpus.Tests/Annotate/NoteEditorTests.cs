using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Annotate;

public sealed class NoteEditorTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_note_on_words_that_do_not_stand_together_keeps_every_piece()
    {
        await using var edited = await EditedCorpus.StartAsync();

        var done = EditedCorpus.Done(await edited.Notes.WriteAsync(
            edited.Ada,
            new NoteTarget.OfDocument(edited.Document, [await edited.SpanAsync("Nurses finish"), await edited.SpanAsync("cost is small")]),
            new(Motivation.Questioning, "How do these **go together**?"),
            Cancellation));

        var thread = Assert.Single(await edited.NoteList.OfDocumentAsync(edited.Document, edited.Ben.PersonId, Cancellation));
        Assert.Equal(done.Id, thread.First.Id);
        Assert.Equal(["Nurses finish", "cost is small"], thread.First.Spans.Select(span => span.Quote));
    }

    [Fact]
    public async Task A_thread_holds_replies_to_replies_and_is_resolved_and_reopened()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var first = await WriteAsync(edited, "Is that so?");
        var reply = EditedCorpus.Done(await edited.Notes.ReplyAsync(edited.Ben, first.Id, "It is.", Cancellation));
        EditedCorpus.Done(await edited.Notes.ReplyAsync(edited.Ada, reply.Id, "Thank you.", Cancellation));

        var thread = Assert.Single(await edited.NoteList.OfDocumentAsync(edited.Document, null, Cancellation));
        Assert.Equal(["It is.", "Thank you."], thread.Replies.Select(one => one.Body));

        EditedCorpus.Done(await edited.Notes.ResolveAsync(edited.Ben, first.Id, thread.First.Token, resolved: true, Cancellation));
        Assert.Empty(await ListAsync(edited, NoteFilter.Open));
        var resolved = Assert.Single(await ListAsync(edited, NoteFilter.Resolved)).First;
        EditedCorpus.Done(await edited.Notes.ResolveAsync(edited.Ada, first.Id, resolved.Token, resolved: false, Cancellation));
        Assert.Single(await ListAsync(edited, NoteFilter.Open));
        Assert.IsType<EditResult.Refused>(await edited.Notes.ResolveAsync(edited.Ada, reply.Id, default, resolved: true, Cancellation));
    }

    [Fact]
    public async Task Only_its_author_rewrites_a_note_and_a_collision_loses_neither_text()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var note = await WriteAsync(edited, "First thought");

        Assert.IsType<EditResult.Forbidden>(await edited.Notes.RewriteAsync(edited.Ben, note.Id, note.Token, new(Motivation.Commenting, "Mine now"), Cancellation));
        EditedCorpus.Done(await edited.Notes.RewriteAsync(edited.Ada, note.Id, note.Token, new(Motivation.Commenting, "Second thought"), Cancellation));
        Assert.IsType<EditResult.Collision>(await edited.Notes.RewriteAsync(edited.Ada, note.Id, note.Token, new(Motivation.Commenting, "From the other window"), Cancellation));

        var history = await edited.History.OfRowAsync(nameof(Annotation), note.Id, edited.Ada.PersonId, Cancellation);
        Assert.Contains("First thought", history[0].Rows[0].Before, StringComparison.Ordinal);
        Assert.Equal("Second thought", (await edited.NoteList.FindAsync(note.Id, edited.Ben.PersonId, Cancellation))!.Body);
    }

    [Fact]
    public async Task What_a_note_said_while_it_was_private_stays_private_when_it_is_published()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var written = EditedCorpus.Done(await edited.Notes.WriteAsync(
            edited.Ada, new NoteTarget.OfDocument(edited.Document, []), new(Motivation.Commenting, "Nonsense, I fear", IsPrivate: true), Cancellation));
        var note = (await edited.NoteList.FindAsync(written.Id, edited.Ada.PersonId, Cancellation))!;

        EditedCorpus.Done(await edited.Notes.RewriteAsync(edited.Ada, note.Id, note.Token, new(Motivation.Commenting, "Is that so?", IsPrivate: false), Cancellation));

        Assert.Equal("Is that so?", (await edited.NoteList.FindAsync(note.Id, edited.Ben.PersonId, Cancellation))!.Body);
        var seen = await edited.History.OfRowAsync(nameof(Annotation), note.Id, edited.Ben.PersonId, Cancellation);
        Assert.Equal("publish note", Assert.Single(seen).Action);
        Assert.All(seen.SelectMany(change => change.Rows), row => Assert.DoesNotContain("Nonsense", row.Before + row.After, StringComparison.Ordinal));
        Assert.Equal(3, (await edited.History.OfRowAsync(nameof(Annotation), note.Id, edited.Ada.PersonId, Cancellation)).Count);
    }

    [Fact]
    public async Task A_thread_is_made_private_and_published_as_a_whole()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var first = await WriteAsync(edited, "Is that so?");
        var reply = EditedCorpus.Done(await edited.Notes.ReplyAsync(edited.Ada, first.Id, "It is.", Cancellation));
        var deep = EditedCorpus.Done(await edited.Notes.ReplyAsync(edited.Ada, reply.Id, "Is it?", Cancellation));

        var hidden = EditedCorpus.Done(await edited.Notes.RewriteAsync(edited.Ada, first.Id, first.Token, new(Motivation.Commenting, "Hm.", IsPrivate: true), Cancellation));

        Assert.Null(await edited.NoteList.FindAsync(deep.Id, edited.Ben.PersonId, Cancellation));
        var token = (await edited.NoteList.FindAsync(reply.Id, edited.Ada.PersonId, Cancellation))!.Token;
        Assert.IsType<EditResult.Refused>(await edited.Notes.RewriteAsync(edited.Ada, reply.Id, token, new(Motivation.Replying, "It is.", IsPrivate: false), Cancellation));
        var last = EditedCorpus.Done(await edited.Notes.ReplyAsync(edited.Ada, deep.Id, "Yes.", Cancellation));
        EditedCorpus.Done(await edited.Undo.RunAsync(edited.Ada, hidden.Change, Cancellation));
        Assert.Equal(["It is.", "Is it?", "Yes."], Assert.Single(await ListAsync(edited, NoteFilter.All)).Replies.Select(one => one.Body));
        Assert.NotNull(await edited.NoteList.FindAsync(last.Id, edited.Ben.PersonId, Cancellation));
    }

    [Fact]
    public async Task A_thread_in_which_another_replied_becomes_private_neither_by_rewriting_nor_by_undoing()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var written = EditedCorpus.Done(await edited.Notes.WriteAsync(
            edited.Ada, new NoteTarget.OfDocument(edited.Document, []), new(Motivation.Commenting, "Hm", IsPrivate: true), Cancellation));
        var note = (await edited.NoteList.FindAsync(written.Id, edited.Ada.PersonId, Cancellation))!;
        var own = EditedCorpus.Done(await edited.Notes.ReplyAsync(edited.Ada, note.Id, "Or not?", Cancellation));
        var published = EditedCorpus.Done(await edited.Notes.RewriteAsync(edited.Ada, note.Id, note.Token, new(Motivation.Commenting, "Hm", IsPrivate: false), Cancellation));
        EditedCorpus.Done(await edited.Notes.ReplyAsync(edited.Ben, own.Id, "Surely not.", Cancellation));
        note = (await edited.NoteList.FindAsync(note.Id, edited.Ada.PersonId, Cancellation))!;

        Assert.IsType<EditResult.Refused>(await edited.Notes.RewriteAsync(edited.Ada, note.Id, note.Token, new(Motivation.Commenting, "Hm", IsPrivate: true), Cancellation));
        var refused = Assert.IsType<EditResult.Refused>(await edited.Undo.RunAsync(edited.Ada, published.Change, Cancellation));

        Assert.Contains("others have replied", refused.Message, StringComparison.Ordinal);
        Assert.Equal(2, Assert.Single(await edited.NoteList.OfDocumentAsync(edited.Document, edited.Ben.PersonId, Cancellation)).Replies.Count);
    }

    [Fact]
    public async Task Nobody_undoes_what_another_wrote_in_a_note_but_anybody_that_a_thread_is_resolved()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var note = await WriteAsync(edited, "First thought");
        var rewritten = EditedCorpus.Done(await edited.Notes.RewriteAsync(edited.Ada, note.Id, note.Token, new(Motivation.Commenting, "Second thought"), Cancellation));
        var token = (await edited.NoteList.FindAsync(note.Id, edited.Ada.PersonId, Cancellation))!.Token;
        var resolved = EditedCorpus.Done(await edited.Notes.ResolveAsync(edited.Ada, note.Id, token, resolved: true, Cancellation));

        Assert.IsType<EditResult.Forbidden>(await edited.Undo.RunAsync(edited.Ben, rewritten.Change, Cancellation));
        EditedCorpus.Done(await edited.Undo.RunAsync(edited.Ben, resolved.Change, Cancellation));
        EditedCorpus.Done(await edited.Undo.RunAsync(edited.Ada, rewritten.Change, Cancellation));

        Assert.Equal("First thought", (await edited.NoteList.FindAsync(note.Id, edited.Ben.PersonId, Cancellation))!.Body);
    }

    [Fact]
    public async Task A_private_note_is_seen_by_its_author_alone()
    {
        await using var edited = await EditedCorpus.StartAsync();
        EditedCorpus.Done(await edited.Notes.WriteAsync(edited.Ada, new NoteTarget.OfDocument(edited.Document, []), new(Motivation.Commenting, "Hm", IsPrivate: true), Cancellation));

        Assert.Empty(await edited.NoteList.OfDocumentAsync(edited.Document, edited.Ben.PersonId, Cancellation));
        Assert.Empty(await edited.NoteList.OfDocumentAsync(edited.Document, null, Cancellation));
        var own = Assert.Single(await edited.NoteList.OfDocumentAsync(edited.Document, edited.Ada.PersonId, Cancellation));
        Assert.IsType<EditResult.Missing>(await edited.Notes.ReplyAsync(edited.Ben, own.First.Id, "I saw that", Cancellation));
    }

    [Fact]
    public async Task A_note_taken_back_leaves_its_replies_and_hides_its_words()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var note = await WriteAsync(edited, "Too rash");
        await edited.Notes.ReplyAsync(edited.Ben, note.Id, "Indeed", Cancellation);

        EditedCorpus.Done(await edited.Notes.TakeBackAsync(edited.Ada, note.Id, note.Token, Cancellation));

        var thread = Assert.Single(await edited.NoteList.OfDocumentAsync(edited.Document, edited.Ben.PersonId, Cancellation));
        Assert.Equal(("", true, "Indeed"), (thread.First.Body, thread.First.IsDeleted, thread.Replies.Single().Body));
    }

    [Fact]
    public async Task What_an_administrator_took_back_only_that_administrator_brings_back()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var note = await WriteAsync(edited, "Abuse");

        Assert.IsType<EditResult.Forbidden>(await edited.Notes.TakeBackAsync(edited.Ben, note.Id, note.Token, Cancellation));
        var taken = EditedCorpus.Done(await edited.Notes.TakeBackAsync(edited.Chief, note.Id, note.Token, Cancellation));

        Assert.IsType<EditResult.Forbidden>(await edited.Undo.RunAsync(edited.Ada, taken.Change, Cancellation));
        Assert.True((await edited.NoteList.FindAsync(note.Id, edited.Ada.PersonId, Cancellation))!.IsDeleted);
        EditedCorpus.Done(await edited.Undo.RunAsync(edited.Chief, taken.Change, Cancellation));
        Assert.Equal("Abuse", (await edited.NoteList.FindAsync(note.Id, edited.Ada.PersonId, Cancellation))!.Body);
    }

    [Fact]
    public async Task A_private_note_is_not_there_for_an_administrator_either()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var written = EditedCorpus.Done(await edited.Notes.WriteAsync(
            edited.Ada, new NoteTarget.OfDocument(edited.Document, []), new(Motivation.Commenting, "Hm", IsPrivate: true), Cancellation));
        var note = (await edited.NoteList.FindAsync(written.Id, edited.Ada.PersonId, Cancellation))!;

        Assert.IsType<EditResult.Missing>(await edited.Notes.TakeBackAsync(edited.Chief, note.Id, note.Token, Cancellation));
        Assert.IsType<EditResult.Missing>(await edited.Undo.RunAsync(edited.Chief, written.Change, Cancellation));
        Assert.Null(await edited.NoteList.FindAsync(note.Id, edited.Chief.PersonId, Cancellation));
    }

    [Fact]
    public async Task Who_is_mentioned_finds_the_thread()
    {
        await using var edited = await EditedCorpus.StartAsync();
        await WriteAsync(edited, "Nothing for anybody");
        await WriteAsync(edited, "@ben, what do you think?");

        var thread = Assert.Single(await edited.NoteList.ListAsync(NoteFilter.ForMe, edited.Ben.PersonId, null, 10, Cancellation));

        Assert.StartsWith("@ben", thread.First.Body, StringComparison.Ordinal);
        Assert.Empty(await edited.NoteList.ListAsync(NoteFilter.ForMe, edited.Ada.PersonId, null, 10, Cancellation));
    }

    [Theory]
    [InlineData("Ask @BEN.", true)]
    [InlineData("(@ben)", true)]
    [InlineData("@ben-", true)]
    [InlineData("@benjamin, what do you think?", false)]
    [InlineData("@ben.miller knows", false)]
    [InlineData("@ben-miller knows", false)]
    [InlineData("Write to ada@ben", false)]
    public async Task A_mention_is_the_whole_name_whatever_its_case(string body, bool isMention)
    {
        await using var edited = await EditedCorpus.StartAsync();
        await WriteAsync(edited, body);

        Assert.Equal(isMention, (await edited.NoteList.ListAsync(NoteFilter.ForMe, edited.Ben.PersonId, null, 10, Cancellation)).Count == 1);
    }

    [Fact]
    public async Task A_mention_counts_however_deep_in_the_thread_and_only_where_it_can_be_seen()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var first = await WriteAsync(edited, "Is that so?");
        var reply = EditedCorpus.Done(await edited.Notes.ReplyAsync(edited.Ada, first.Id, "It may be.", Cancellation));
        EditedCorpus.Done(await edited.Notes.ReplyAsync(edited.Ada, reply.Id, "@ben knows.", Cancellation));
        var open = await WriteAsync(edited, "For everybody");
        var hidden = EditedCorpus.Done(await edited.Notes.ReplyAsync(edited.Ada, open.Id, "Not for @ben", Cancellation));
        await using (var context = edited.Corpus.Open())
            await context.Annotations.Where(note => note.Id == hidden.Id).ExecuteUpdateAsync(set => set.SetProperty(note => note.IsPrivate, true), Cancellation);

        var thread = Assert.Single(await edited.NoteList.ListAsync(NoteFilter.ForMe, edited.Ben.PersonId, null, 10, Cancellation));

        Assert.Equal(first.Id, thread.First.Id);
    }

    [Theory]
    [InlineData("", Motivation.Commenting)]
    [InlineData("   \n", Motivation.Questioning)]
    public async Task An_empty_note_is_refused(string body, Motivation motivation)
    {
        await using var edited = await EditedCorpus.StartAsync();

        Assert.IsType<EditResult.Refused>(await edited.Notes.WriteAsync(edited.Ada, new NoteTarget.OfDocument(edited.Document, []), new(motivation, body), Cancellation));
        Assert.IsType<EditResult.Refused>(await edited.Notes.WriteAsync(
            edited.Ada, new NoteTarget.OfDocument(edited.Document, []), new(motivation, new string('x', Annotation.LongestBody + 1)), Cancellation));
    }

    [Fact]
    public async Task Notes_go_along_to_a_new_version_and_those_that_cannot_are_listed()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var leeds = await edited.PassageAsync("Leeds");
        var nurses = await edited.PassageAsync("Nurses");
        var found = EditedCorpus.Done(await OnWordsAsync(edited, "The cost is small."));
        var lost = EditedCorpus.Done(await OnWordsAsync(edited, "Critics say that the drivers are tired."));
        var kept = EditedCorpus.Done(await edited.Notes.WriteAsync(edited.Ada, new NoteTarget.OfPassage(leeds.Id), new(Motivation.Commenting, "Kept"), Cancellation));
        var alone = EditedCorpus.Done(await edited.Notes.WriteAsync(edited.Ada, new NoteTarget.OfPassage(nurses.Id), new(Motivation.Commenting, "Alone"), Cancellation));
        await using var context = edited.Corpus.Open();
        var old = await context.DocumentTexts.Select(text => text.Text).SingleAsync(Cancellation);
        var text = "Something new comes first. " + old.Replace("Critics say that the drivers are tired.", "", StringComparison.Ordinal);
        var version = await AddVersionAsync(context, edited.Document, text);

        await NoteTransfer.MoveAsync(
            context, edited.Document, version, AnchorFinder.Between(old, text), new Dictionary<int, int> { [leeds.Id] = leeds.Id }, Cancellation);
        await context.SaveChangesAsync(Cancellation);

        var notes = await context.Annotations.AsNoTracking().ToDictionaryAsync(note => note.Id, Cancellation);
        Assert.All(notes.Values, note => Assert.Equal(version, note.VersionId));
        Assert.Equal(AnchorKind.Unchanged, notes[found.Id].Anchoring);
        Assert.Equal("The cost is small.", notes[found.Id].Spans.Single().Position.Of(text));
        Assert.Equal(leeds.Id, notes[kept.Id].PassageId);
        Assert.Equal((null, "Nurses"), (notes[alone.Id].PassageId, notes[alone.Id].Spans.Single().Quote[..6]));
        var astray = Assert.Single(await edited.NoteList.ListAsync(NoteFilter.Astray, edited.Ben.PersonId, null, 10, Cancellation));
        Assert.Equal((lost.Id, AnchorKind.Orphan), (astray.First.Id, astray.First.Anchoring));
    }

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

    private static async Task<EditResult> OnWordsAsync(EditedCorpus edited, string words) => await edited.Notes.WriteAsync(
        edited.Ada, new NoteTarget.OfDocument(edited.Document, [await edited.SpanAsync(words)]), new(Motivation.Commenting, "About it"), Cancellation);

    private static async Task<NoteRow> WriteAsync(EditedCorpus edited, string body)
    {
        var done = EditedCorpus.Done(await edited.Notes.WriteAsync(
            edited.Ada, new NoteTarget.OfDocument(edited.Document, [await edited.SpanAsync("Nurses finish")]), new(Motivation.Commenting, body), Cancellation));
        return (await edited.NoteList.FindAsync(done.Id, edited.Ada.PersonId, Cancellation))!;
    }

    private static Task<IReadOnlyList<NoteThread>> ListAsync(EditedCorpus edited, NoteFilter filter) =>
        edited.NoteList.ListAsync(filter, edited.Ada.PersonId, null, 10, Cancellation);
}
