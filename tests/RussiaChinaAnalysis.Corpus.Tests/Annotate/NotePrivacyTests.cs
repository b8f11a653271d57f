using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Annotate;

/// <summary>What somebody writes for themselves is seen by nobody else.</summary>
public sealed class NotePrivacyTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

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
        var first = await edited.WriteAsync("Is that so?");
        var reply = EditedCorpus.Done(await edited.Notes.ReplyAsync(edited.Ada, first.Id, "It is.", Cancellation));
        var deep = EditedCorpus.Done(await edited.Notes.ReplyAsync(edited.Ada, reply.Id, "Is it?", Cancellation));

        var hidden = EditedCorpus.Done(await edited.Notes.RewriteAsync(edited.Ada, first.Id, first.Token, new(Motivation.Commenting, "Hm.", IsPrivate: true), Cancellation));

        Assert.Null(await edited.NoteList.FindAsync(deep.Id, edited.Ben.PersonId, Cancellation));
        var token = (await edited.NoteList.FindAsync(reply.Id, edited.Ada.PersonId, Cancellation))!.Token;
        Assert.IsType<EditResult.Refused>(await edited.Notes.RewriteAsync(edited.Ada, reply.Id, token, new(Motivation.Replying, "It is.", IsPrivate: false), Cancellation));
        var last = EditedCorpus.Done(await edited.Notes.ReplyAsync(edited.Ada, deep.Id, "Yes.", Cancellation));
        EditedCorpus.Done(await edited.Undo.RunAsync(edited.Ada, hidden.Change, Cancellation));
        Assert.Equal(["It is.", "Is it?", "Yes."], Assert.Single(await edited.ListAsync(NoteFilter.All)).Replies.Select(one => one.Body));
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
}
