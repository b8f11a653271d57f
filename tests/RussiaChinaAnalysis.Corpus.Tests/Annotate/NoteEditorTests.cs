using Microsoft.EntityFrameworkCore;
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
        var first = await edited.WriteAsync("Is that so?");
        var reply = EditedCorpus.Done(await edited.Notes.ReplyAsync(edited.Ben, first.Id, "It is.", Cancellation));
        EditedCorpus.Done(await edited.Notes.ReplyAsync(edited.Ada, reply.Id, "Thank you.", Cancellation));

        var thread = Assert.Single(await edited.NoteList.OfDocumentAsync(edited.Document, null, Cancellation));
        Assert.Equal(["It is.", "Thank you."], thread.Replies.Select(one => one.Body));

        EditedCorpus.Done(await edited.Notes.ResolveAsync(edited.Ben, first.Id, thread.First.Token, resolved: true, Cancellation));
        Assert.Empty(await edited.ListAsync(NoteFilter.Open));
        var resolved = Assert.Single(await edited.ListAsync(NoteFilter.Resolved)).First;
        EditedCorpus.Done(await edited.Notes.ResolveAsync(edited.Ada, first.Id, resolved.Token, resolved: false, Cancellation));
        Assert.Single(await edited.ListAsync(NoteFilter.Open));
        Assert.IsType<EditResult.Refused>(await edited.Notes.ResolveAsync(edited.Ada, reply.Id, default, resolved: true, Cancellation));
    }

    [Fact]
    public async Task Only_its_author_rewrites_a_note_and_a_collision_loses_neither_text()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var note = await edited.WriteAsync("First thought");

        Assert.IsType<EditResult.Forbidden>(await edited.Notes.RewriteAsync(edited.Ben, note.Id, note.Token, new(Motivation.Commenting, "Mine now"), Cancellation));
        EditedCorpus.Done(await edited.Notes.RewriteAsync(edited.Ada, note.Id, note.Token, new(Motivation.Commenting, "Second thought"), Cancellation));
        Assert.IsType<EditResult.Collision>(await edited.Notes.RewriteAsync(edited.Ada, note.Id, note.Token, new(Motivation.Commenting, "From the other window"), Cancellation));

        var history = await edited.History.OfRowAsync(nameof(Annotation), note.Id, edited.Ada.PersonId, Cancellation);
        Assert.Contains("First thought", history[0].Rows[0].Before, StringComparison.Ordinal);
        Assert.Equal("Second thought", (await edited.NoteList.FindAsync(note.Id, edited.Ben.PersonId, Cancellation))!.Body);
    }

    [Fact]
    public async Task Nobody_undoes_what_another_wrote_in_a_note_but_anybody_that_a_thread_is_resolved()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var note = await edited.WriteAsync("First thought");
        var rewritten = EditedCorpus.Done(await edited.Notes.RewriteAsync(edited.Ada, note.Id, note.Token, new(Motivation.Commenting, "Second thought"), Cancellation));
        var token = (await edited.NoteList.FindAsync(note.Id, edited.Ada.PersonId, Cancellation))!.Token;
        var resolved = EditedCorpus.Done(await edited.Notes.ResolveAsync(edited.Ada, note.Id, token, resolved: true, Cancellation));

        Assert.IsType<EditResult.Forbidden>(await edited.Undo.RunAsync(edited.Ben, rewritten.Change, Cancellation));
        EditedCorpus.Done(await edited.Undo.RunAsync(edited.Ben, resolved.Change, Cancellation));
        EditedCorpus.Done(await edited.Undo.RunAsync(edited.Ada, rewritten.Change, Cancellation));

        Assert.Equal("First thought", (await edited.NoteList.FindAsync(note.Id, edited.Ben.PersonId, Cancellation))!.Body);
    }

    [Fact]
    public async Task A_note_taken_back_leaves_its_replies_and_hides_its_words()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var note = await edited.WriteAsync("Too rash");
        await edited.Notes.ReplyAsync(edited.Ben, note.Id, "Indeed", Cancellation);

        EditedCorpus.Done(await edited.Notes.TakeBackAsync(edited.Ada, note.Id, note.Token, Cancellation));

        var thread = Assert.Single(await edited.NoteList.OfDocumentAsync(edited.Document, edited.Ben.PersonId, Cancellation));
        Assert.Equal(("", true, "Indeed"), (thread.First.Body, thread.First.IsDeleted, thread.Replies.Single().Body));
    }

    [Fact]
    public async Task What_an_administrator_took_back_only_that_administrator_brings_back()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var note = await edited.WriteAsync("Abuse");

        Assert.IsType<EditResult.Forbidden>(await edited.Notes.TakeBackAsync(edited.Ben, note.Id, note.Token, Cancellation));
        var taken = EditedCorpus.Done(await edited.Notes.TakeBackAsync(edited.Chief, note.Id, note.Token, Cancellation));

        Assert.IsType<EditResult.Forbidden>(await edited.Undo.RunAsync(edited.Ada, taken.Change, Cancellation));
        Assert.True((await edited.NoteList.FindAsync(note.Id, edited.Ada.PersonId, Cancellation))!.IsDeleted);
        EditedCorpus.Done(await edited.Undo.RunAsync(edited.Chief, taken.Change, Cancellation));
        Assert.Equal("Abuse", (await edited.NoteList.FindAsync(note.Id, edited.Ada.PersonId, Cancellation))!.Body);
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
}
