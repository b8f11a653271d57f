using Microsoft.AspNetCore.Mvc;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Edit;

namespace RussiaChinaAnalysis.Web.Pages.Edit;

/// <summary>The forms that write and settle notes.</summary>
public sealed class NotesModel(NoteEditor notes, NoteBrowser browser) : EditPage
{
    /// <param name="version">The one that the page showed, in which the pieces are counted.</param>
    /// <param name="start">Where the pieces of text begin; as many as <paramref name="end"/>.</param>
    public async Task<IActionResult> OnPostWriteAsync(
        int? document, int? version, int? passage, int? link, int[] start, int[] end, Motivation motivation, string? body, bool @private, CancellationToken cancellation)
    {
        NoteTarget? target = (passage, link, document) switch
        {
            ({ } id, _, _) => new NoteTarget.OfPassage(id),
            (_, { } id, _) => new NoteTarget.OfRelation(id),
            (_, _, { } id) when start.Length == end.Length => new NoteTarget.OfDocument(id, [.. start.Zip(end, (from, to) => new TextSpan(from, to))]) { Seen = version },
            _ => null,
        };
        return target is null
            ? await RefuseAsync("Say what the note is about: a passage, a link or words of a document.")
            : await AnswerAsync(await notes.WriteAsync(Actor, target, new(motivation, body ?? "", @private), cancellation));
    }

    public async Task<IActionResult> OnPostReplyAsync(int id, string? body, CancellationToken cancellation) =>
        await AnswerAsync(await notes.ReplyAsync(Actor, id, body ?? "", cancellation));

    /// <param name="private">Nothing for a reply, which is as private as its thread.</param>
    public async Task<IActionResult> OnPostRewriteAsync(int id, Guid token, Motivation motivation, string? body, bool? @private, CancellationToken cancellation) =>
        await AnswerAsync(
            await notes.RewriteAsync(Actor, id, token, new(motivation, body ?? "", @private), cancellation),
            async () => await browser.FindAsync(id, Actor.PersonId, cancellation) is { } note ? [new("Note", note.Body, body ?? "")] : []);

    public async Task<IActionResult> OnPostRemoveAsync(int id, Guid token, CancellationToken cancellation) =>
        await AnswerAsync(
            await notes.TakeBackAsync(Actor, id, token, cancellation),
            async () => await browser.FindAsync(id, Actor.PersonId, cancellation) is { } note ? [new("Note", note.Body, "Taken back")] : []);

    public async Task<IActionResult> OnPostResolveAsync(int id, Guid token, bool resolved, CancellationToken cancellation) =>
        await AnswerAsync(
            await notes.ResolveAsync(Actor, id, token, resolved, cancellation),
            async () => await browser.FindAsync(id, Actor.PersonId, cancellation) is { } note ? [new("Note", note.Body, resolved ? "Resolved" : "Reopened")] : []);
}
