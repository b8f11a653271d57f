using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Browse.Documents;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Api;
using RussiaChinaAnalysis.Web.Api.Description;

namespace RussiaChinaAnalysis.Web.WebAnnotations;

/// <summary>The W3C Web Annotation Protocol: one container that holds notes, passages and links as annotations.</summary>
internal static class AnnotationProtocol
{
    public const string MediaType = $"application/ld+json; profile=\"{AnnotationJson.Context}\"";

    private const int LargestBody = 200_000;
    private const string ReadingMethods = "GET, HEAD, OPTIONS";
    private const string ContainerMethods = "GET, HEAD, OPTIONS, POST";
    private const string NoteMethods = "GET, HEAD, OPTIONS, PUT, DELETE";

    public static void MapAnnotationProtocol(this WebApplication app)
    {
        var container = app.MapGroup(AnnotationNames.Path.TrimEnd('/')).WithTags("Annotations");
        container.MapGet("", AnnotationContainer.ReadAsync).RequireAuthorization(Policies.Read)
            .Describes("All annotations, in pages", "The container of the W3C Web Annotation Protocol: notes, passages and links. Prefer says how much of it.")
            .Gives<object>().Refuses(404);
        container.MapMethods("", ["HEAD"], AnnotationContainer.ReadAsync).RequireAuthorization(Policies.Read).ExcludeFromDescription();
        container.MapMethods("", ["OPTIONS"], (HttpContext http) => Options(http, ContainerMethods)).RequireAuthorization(Policies.Read)
            .Describes("What the container takes").Gives<object>(StatusCodes.Status204NoContent);
        container.MapPost("", CreateAsync).RequireAuthorization(Policies.Edit)
            .Describes("Annotate", "A note as JSON-LD of the W3C Web Annotation Data Model.").Gives<object>(StatusCodes.Status201Created).Refuses(400, 413, 415, 422);

        container.MapGet("/{name}", ReadAsync).RequireAuthorization(Policies.Read)
            .Describes("An annotation").Gives<object>().Refuses(404, 410);
        container.MapMethods("/{name}", ["HEAD"], ReadAsync).RequireAuthorization(Policies.Read).ExcludeFromDescription();
        container.MapMethods("/{name}", ["OPTIONS"], (string name, HttpContext http) => Options(http, MethodsOf(AnnotationNames.Parse(name))))
            .RequireAuthorization(Policies.Read).Describes("What the annotation takes").Gives<object>(StatusCodes.Status204NoContent);
        container.MapPut("/{name}", ReplaceAsync).RequireAuthorization(Policies.Edit)
            .Describes("Rewrite a note of one’s own", "Wants If-Match.").Gives<object>().Refuses(400, 403, 404, 405, 412, 415, 422, 428);
        container.MapDelete("/{name}", RemoveAsync).RequireAuthorization(Policies.Edit)
            .Describes("Take a note back", "One’s own, or as an administrator any that is not private. Wants If-Match.").Gives<object>(StatusCodes.Status204NoContent).Refuses(403, 404, 405, 412, 428);
    }

    private static async Task<IResult> ReadAsync(string name, AnnotationCatalogue catalogue, HttpContext http, CancellationToken cancellation) =>
        await FindAsync(name, catalogue, http, cancellation) switch
        {
            null => Problem(StatusCodes.Status404NotFound, "There is no such annotation."),
            CataloguedAnnotation.OfNote { Row.IsDeleted: true } => Problem(StatusCodes.Status410Gone, "This annotation was taken back."),
            var found => Show(http, found, StatusCodes.Status200OK),
        };

    private static async Task<IResult> CreateAsync(
        NoteEditor notes, AnnotationCatalogue catalogue, DocumentBrowser documents, HttpContext http, CancellationToken cancellation)
    {
        var (input, problem) = await InputAsync(http, cancellation);
        if (input is null)
            return problem!;
        var (target, missing) = await TargetAsync(input, documents, cancellation);
        if (input.ReplyTo is null && target is null)
            return Problem(StatusCodes.Status422UnprocessableEntity, missing!);
        var actor = http.User.Actor();
        var result = input.ReplyTo is { } parent
            ? await notes.ReplyAsync(actor, parent, input.Draft, cancellation)
            : await notes.WriteAsync(actor, target!, input.Draft, cancellation);
        if (result is not EditResult.Done done)
            return Refusal(result, http);
        var made = await catalogue.FindAsync(new(AnnotationSort.Note, done.Id), actor.PersonId, cancellation);
        http.Response.Headers.Location = AnnotationNames.Of(http.Request).Of(made!.Key);
        return Show(http, made, StatusCodes.Status201Created);
    }

    /// <summary>Replaces body and motivation. What a note is about stays, because replies were written to it.</summary>
    private static async Task<IResult> ReplaceAsync(string name, NoteEditor notes, AnnotationCatalogue catalogue, HttpContext http, CancellationToken cancellation)
    {
        if (await FindAsync(name, catalogue, http, cancellation) is not { } found)
            return Problem(StatusCodes.Status404NotFound, "There is no such annotation.");
        if (found is not CataloguedAnnotation.OfNote { Row: var note })
            return NotANote(http);
        if (StateOf(http, found, out var state) is { } refused)
            return refused;
        var (input, problem) = await InputAsync(http, cancellation);
        if (input is null)
            return problem!;
        if (note.Canonical is not null && input.Draft.Canonical != note.Canonical)
            return Problem(StatusCodes.Status422UnprocessableEntity, "The canonical name of an annotation is never changed.");
        if (!IsSameTarget(note, input))
            return Problem(StatusCodes.Status422UnprocessableEntity, "The target of an annotation is not changed; delete it and post another one.");
        var result = await notes.RewriteAsync(http.User.Actor(), note.Id, state, input.Draft, cancellation);
        return result is EditResult.Done or EditResult.Unchanged
            ? Show(http, (await FindAsync(name, catalogue, http, cancellation))!, StatusCodes.Status200OK)
            : Refusal(result, http);
    }

    private static async Task<IResult> RemoveAsync(string name, NoteEditor notes, AnnotationCatalogue catalogue, HttpContext http, CancellationToken cancellation)
    {
        if (await FindAsync(name, catalogue, http, cancellation) is not { } found)
            return Problem(StatusCodes.Status404NotFound, "There is no such annotation.");
        if (found is not CataloguedAnnotation.OfNote)
            return NotANote(http);
        if (StateOf(http, found, out var state) is { } refused)
            return refused;
        var result = await notes.TakeBackAsync(http.User.Actor(), found.Key.Id, state, cancellation);
        return result is EditResult.Done ? Results.NoContent() : Refusal(result, http);
    }

    /// <summary>Headers that the protocol asks for, on whatever is answered about one annotation.</summary>
    private static IResult Show(HttpContext http, CataloguedAnnotation annotation, int status)
    {
        var headers = http.Response.Headers;
        headers.Append(HeaderNames.Link, "<http://www.w3.org/ns/ldp#Resource>; rel=\"type\"");
        headers.Append(HeaderNames.Link, "<http://www.w3.org/ns/oa#Annotation>; rel=\"type\"");
        headers.Allow = MethodsOf(annotation.Key);
        headers.ETag = $"\"{annotation.Token}\"";
        headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        var json = new AnnotationJson(AnnotationNames.Of(http.Request)).Write(annotation, isWhole: true);
        return Results.Text(json.ToJsonString(), MediaType, statusCode: status);
    }

    private static Task<CataloguedAnnotation?> FindAsync(string name, AnnotationCatalogue catalogue, HttpContext http, CancellationToken cancellation) =>
        AnnotationNames.Parse(name) is { } key
            ? catalogue.FindAsync(key, http.User.FindActor()?.PersonId, cancellation)
            : Task.FromResult<CataloguedAnnotation?>(null);

    private static async Task<(AnnotationInput? Input, IResult? Problem)> InputAsync(HttpContext http, CancellationToken cancellation)
    {
        // Neither is what a form of another site could send.
        if (http.Request.GetTypedHeaders().ContentType?.MediaType.Value is not ("application/ld+json" or "application/json"))
            return (null, Problem(StatusCodes.Status415UnsupportedMediaType, $"Send the annotation as {MediaType}."));
        if (http.Request.ContentLength > LargestBody || await BodyAsync(http, cancellation) is not { } body)
            return (null, Problem(StatusCodes.Status413PayloadTooLarge, $"An annotation has at most {LargestBody} bytes."));
        JsonNode? json;
        try
        {
            json = await JsonNode.ParseAsync(body, documentOptions: new() { MaxDepth = 32 }, cancellationToken: cancellation);
        }
        catch (JsonException)
        {
            return (null, Problem(StatusCodes.Status400BadRequest, "The body is not JSON."));
        }

        var input = AnnotationInput.Read(json, AnnotationNames.Of(http.Request), out var problem);
        return (input, input is null ? Problem(StatusCodes.Status422UnprocessableEntity, problem!) : null);
    }

    /// <returns>Null for a body that is too large; one that is sent in chunks does not say so before.</returns>
    private static async Task<MemoryStream?> BodyAsync(HttpContext http, CancellationToken cancellation)
    {
        var body = new MemoryStream();
        var buffer = new byte[16_384];
        for (int read; (read = await http.Request.Body.ReadAsync(buffer, cancellation)) > 0;)
        {
            body.Write(buffer, 0, read);
            if (body.Length > LargestBody)
                return null;
        }

        body.Position = 0;
        return body;
    }

    /// <summary>Finds the words in the present text, whatever text they were selected in.</summary>
    private static async Task<(NoteTarget? Target, string? Problem)> TargetAsync(AnnotationInput input, DocumentBrowser documents, CancellationToken cancellation)
    {
        if (input.Passage is { } passage)
            return (new NoteTarget.OfPassage(passage), null);
        if (input.Link is { } link)
            return (new NoteTarget.OfRelation(link), null);
        if (input.Document is not { } id || await documents.FindAsync(id, cancellation) is not { } document)
            return (null, "There is no such document.");
        if (input.Words.Count == 0)
            return (new NoteTarget.OfDocument(id, []), null);
        if (input.Words.Count > NoteEditor.MostSpans)
            return (null, FormattableString.Invariant($"The target names {input.Words.Count} places and the limit is {NoteEditor.MostSpans}."));
        if (input.Words.Sum(words => words.Quote.Length + words.Prefix.Length + words.Suffix.Length) is > Anchor.LongestForeignQuote and var length)
            return (null, FormattableString.Invariant($"The quotations have {length} characters and the limit is {Anchor.LongestForeignQuote}; annotate less, or the document as a whole."));
        var finder = AnchorFinder.In(document.Text);
        var spans = new List<TextSpan>();
        foreach (var anchor in input.Words)
        {
            // A position alone says nothing about words, so nothing can be checked.
            var match = anchor.Quote.Length == 0 ? new AnchorMatch(AnchorKind.Unchanged, anchor.Position, 1) : finder.Find(anchor, cancellation);
            if (match is not { Kind: not AnchorKind.Uncertain, Span: { } span })
                return (null, $"The document does not say “{anchor.Quote}”, or says it in several places; send the words around it as prefix and suffix.");
            spans.Add(span);
        }

        return (new NoteTarget.OfDocument(id, spans) { Seen = document.Summary.VersionNumber }, null);
    }

    private static bool IsSameTarget(NoteRow note, AnnotationInput input) =>
        note.ParentId == input.ReplyTo
        && (note.ParentId is not null || (note.PassageId == input.Passage && note.RelationId == input.Link
            && (input.Document is null || (note.DocumentId == input.Document && note.Spans.Select(span => span.Quote).SequenceEqual(input.Words.Select(word => word.Quote))))));

    /// <returns>Null when the request is based on the annotation as it is; whoever is faster from now on is seen at the save.</returns>
    private static IResult? StateOf(HttpContext http, CataloguedAnnotation annotation, out Guid state)
    {
        state = default;
        if (StringValues.IsNullOrEmpty(http.Request.Headers.IfMatch))
            return Problem(StatusCodes.Status428PreconditionRequired, "Send If-Match with the ETag that came when you read the annotation.");
        if (Conditions.Read(http.Request) is not { } sent || sent != annotation.Token)
            return Problem(StatusCodes.Status412PreconditionFailed, "The annotation was changed since; read it again.");
        state = sent;
        return null;
    }

    private static IResult Refusal(EditResult result, HttpContext http)
    {
        if (result is EditResult.Collision { Token: var token })
            http.Response.Headers.ETag = $"\"{token}\"";
        return result switch
        {
            EditResult.Missing missing => Problem(StatusCodes.Status404NotFound, missing.Message),
            EditResult.Refused refused => Problem(StatusCodes.Status422UnprocessableEntity, refused.Message),
            EditResult.Forbidden forbidden => Problem(StatusCodes.Status403Forbidden, forbidden.Message),
            EditResult.Collision collision => Problem(StatusCodes.Status412PreconditionFailed, collision.Message),
            _ => Problem(StatusCodes.Status409Conflict, "It was so already."),
        };
    }

    private static IResult NotANote(HttpContext http)
    {
        http.Response.Headers.Allow = ReadingMethods;
        return Problem(StatusCodes.Status405MethodNotAllowed, "Passages and links are changed at /api/passages and /api/relations.");
    }

    private static IResult Options(HttpContext http, string methods)
    {
        http.Response.Headers.Allow = methods;
        http.Response.Headers["Accept-Post"] = MediaType;
        return Results.NoContent();
    }

    private static string MethodsOf(AnnotationKey? key) => key is { Sort: AnnotationSort.Note } ? NoteMethods : ReadingMethods;

    private static IResult Problem(int status, string detail) => Results.Problem(statusCode: status, detail: detail);
}
