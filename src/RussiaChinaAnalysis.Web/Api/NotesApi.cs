using Microsoft.AspNetCore.Mvc;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Browse.Documents;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Api.Description;

namespace RussiaChinaAnalysis.Web.Api;

/// <summary>Notes as the pages have them. As JSON-LD for other tools they are at <c>/api/annotations</c>.</summary>
internal static class NotesApi
{
    private const string Root = $"{ApiRegistration.Root}/notes";

    /// <param name="Next">What to give as <c>before</c> for the earlier ones; null when there are none. Also in the Link header, as a whole address.</param>
    public sealed record NoteListing(IReadOnlyList<NoteThread> Items, string? Next);

    /// <param name="Spans">Words of the document, in UTF-16 code units of its text; none for the document as a whole.</param>
    /// <param name="Body">Markdown.</param>
    /// <param name="Version">The number of the version that the spans are counted in; when it is no longer the current one, nothing is written.</param>
    public sealed record NewNote(
        string Body, Motivation Motivation = Motivation.Commenting, bool IsPrivate = false, int? Document = null, IReadOnlyList<NoteSpan>? Spans = null, int? Passage = null, int? Relation = null, int? Version = null);

    public sealed record NoteSpan(int Start, int End);

    public sealed record NewReply(string Body);

    /// <param name="IsPrivate">Left out, the note stays as private as it is.</param>
    public sealed record Rewritten(string Body, Motivation Motivation = Motivation.Commenting, bool? IsPrivate = null);

    public sealed record Settlement(bool Resolved);

    public static void MapNotes(this RouteGroupBuilder api)
    {
        var notes = api.MapGroup("/notes").WithTags("Notes");

        notes.MapGet("", ListAsync).RequireAuthorization(Policies.Read)
            .Describes("Threads of notes, those begun last first", "Private notes of others are never among them.").Gives<NoteListing>().Refuses(400);
        notes.MapGet("/{id:int}", ReadAsync).RequireAuthorization(Policies.Read)
            .Describes("One note", "The ETag is what changes of the note are based on.").Gives<NoteRow>().Refuses(404);
        api.MapGet("/documents/{id:int}/notes", async (int id, DocumentBrowser documents, NoteBrowser browser, HttpContext context, CancellationToken cancellation) =>
                await documents.TitleAsync(id, cancellation) is null
                    ? Answers.NotThere("document")
                    : TypedResults.Ok(await browser.OfDocumentAsync(id, context.User.FindActor()?.PersonId, cancellation)))
            .WithTags("Notes").RequireAuthorization(Policies.Read)
            .Describes("All threads of a document", "In the order in which they were begun.").Gives<IReadOnlyList<NoteThread>>().Refuses(404);

        notes.MapPost("", WriteAsync).RequireAuthorization(Policies.Edit)
            .Describes("Write a note", "On a passage, on a relation, or on words of a document.").Gives<Edited>(StatusCodes.Status201Created).Refuses(400, 404, 422);
        notes.MapPost("/{id:int}/replies", async (int id, NewReply body, NoteEditor editor, HttpContext context, CancellationToken cancellation) =>
                Answers.Of(await editor.ReplyAsync(context.User.Actor(), id, body.Body, cancellation), context, Root))
            .RequireAuthorization(Policies.Edit).Describes("Reply to a note").Gives<Edited>(StatusCodes.Status201Created).Refuses(400, 404, 422);
        notes.MapPut("/{id:int}", async (int id, Rewritten body, NoteEditor editor, HttpContext context, CancellationToken cancellation) =>
                Answers.Of(await editor.RewriteAsync(context.User.Actor(), id, context.State(), new(body.Motivation, body.Body, body.IsPrivate), cancellation), context))
            .RequireAuthorization(Policies.Edit).Describes("Rewrite a note of one’s own").Changes().Refuses(403);
        notes.MapPut("/{id:int}/resolved", async (int id, Settlement body, NoteEditor editor, HttpContext context, CancellationToken cancellation) =>
                Answers.Of(await editor.ResolveAsync(context.User.Actor(), id, context.State(), body.Resolved, cancellation), context))
            .RequireAuthorization(Policies.Edit).Describes("Resolve or reopen a thread").Changes();
        notes.MapDelete("/{id:int}", async (int id, NoteEditor editor, HttpContext context, CancellationToken cancellation) =>
                Answers.Of(await editor.TakeBackAsync(context.User.Actor(), id, context.State(), cancellation), context))
            .RequireAuthorization(Policies.Edit).Describes("Take a note back", "One’s own, or as an administrator any that is not private.").Changes().Refuses(403);
    }

    private static async Task<IResult> ListAsync(
        NoteBrowser browser, HttpContext context, CancellationToken cancellation,
        [FromQuery] string show = "open", [FromQuery] int? before = null, [FromQuery] int size = 50)
    {
        if (Answers.WrongSize(size) is { } wrong)
            return wrong;
        if (Enum.GetValues<NoteFilter>().Select(one => (NoteFilter?)one).FirstOrDefault(one => FacetWords.Key(one!.Value) == show) is not { } filter)
            return Answers.Mistaken($"“show” is “{show}”; possible values: {string.Join(", ", Enum.GetValues<NoteFilter>().Select(FacetWords.Key))}.");
        var threads = await browser.ListAsync(filter, context.User.FindActor()?.PersonId, before, size + 1, cancellation);
        var (items, next) = context.Before(threads, size, thread => thread.First.Id);
        return TypedResults.Ok(new NoteListing(items, next));
    }

    private static async Task<IResult> ReadAsync(int id, NoteBrowser browser, HttpContext context, CancellationToken cancellation)
    {
        if (await browser.FindAsync(id, context.User.FindActor()?.PersonId, cancellation) is not { IsDeleted: false } note)
            return Answers.NotThere("note");
        context.SetState(note.Token);
        return TypedResults.Ok(note);
    }

    private static async Task<IResult> WriteAsync(NewNote body, NoteEditor editor, HttpContext context, CancellationToken cancellation)
    {
        if (body.Spans?.Any(span => span.Start < 0 || span.End < span.Start) == true)
            return Answers.Mistaken("A span begins at 0 or later and does not end before it begins.");
        NoteTarget? target = (body.Passage, body.Relation, body.Document) switch
        {
            ({ } passage, null, null) => new NoteTarget.OfPassage(passage),
            (null, { } relation, null) => new NoteTarget.OfRelation(relation),
            (null, null, { } document) => new NoteTarget.OfDocument(document, [.. (body.Spans ?? []).Select(span => new TextSpan(span.Start, span.End))]) { Seen = body.Version },
            _ => null,
        };
        return target is null
            ? Answers.Mistaken("Give one of “passage”, “relation” and “document”.")
            : Answers.Of(await editor.WriteAsync(context.User.Actor(), target, new(body.Motivation, body.Body, body.IsPrivate), cancellation), context, Root);
    }
}
