using Microsoft.AspNetCore.Mvc;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Documents;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Api.Description;

namespace RussiaChinaAnalysis.Web.Api;

internal static class DocumentsApi
{
    /// <param name="Text">Normalised; every position counts in its UTF-16 code units.</param>
    public sealed record DocumentText(int Id, int Version, string Text, IReadOnlyList<Block> Blocks);

    public static void MapDocuments(this RouteGroupBuilder api)
    {
        var documents = api.MapGroup("/documents").WithTags("Documents").RequireAuthorization(Policies.Read);

        documents.MapGet("", ListAsync)
            .Describes("The documents by title", "After is the next of the part before; size is from 1 to 200.")
            .Gives<Listing<DocumentSummary>>().Refuses(400);

        documents.MapGet("/{id:int}", async (int id, DocumentBrowser browser, CancellationToken cancellation) =>
                await browser.FindAsync(id, cancellation) is { } found ? TypedResults.Ok(found.Summary) : Answers.NotThere("document"))
            .Describes("A document’s metadata and figures").Gives<DocumentSummary>().Refuses(404);

        documents.MapGet("/{id:int}/text", async (int id, DocumentBrowser browser, CancellationToken cancellation) =>
                await browser.FindAsync(id, cancellation) is { } found
                    ? TypedResults.Ok(new DocumentText(id, found.Summary.VersionNumber, found.Text, found.Blocks))
                    : Answers.NotThere("document"))
            .Describes("A document’s text with its blocks", "Headings, paragraphs, lists and quotations as spans of the text.")
            .Gives<DocumentText>().Refuses(404);

        documents.MapGet("/{id:int}/passages", async (int id, DocumentBrowser browser, CancellationToken cancellation) =>
                await browser.FindAsync(id, cancellation) is { } found ? TypedResults.Ok(found.Passages) : Answers.NotThere("document"))
            .Describes("All passages of a document", "In the order of the text.").Gives<IReadOnlyList<PassageRow>>().Refuses(404);

        documents.MapGet("/{id:int}/relations", async (int id, DocumentBrowser browser, CancellationToken cancellation) =>
                await browser.FindAsync(id, cancellation) is { } found ? TypedResults.Ok(found.Relations) : Answers.NotThere("document"))
            .Describes("The relations between a document’s passages", "Each with the words that led to it. Rejected ones are left out; those of a passage has /api/passages/{id}/relations.").Gives<IReadOnlyList<RelationRow>>().Refuses(404);
    }

    private static async Task<IResult> ListAsync(
        DocumentBrowser browser, HttpContext context, CancellationToken cancellation, [FromQuery] int? after, [FromQuery] int size = 50)
    {
        if (Answers.WrongSize(size) is { } wrong)
            return wrong;
        var page = await browser.ListAsync(after, size, cancellation);
        var next = page.Next?.ToString(System.Globalization.CultureInfo.InvariantCulture);
        context.LinkNext(next);
        return TypedResults.Ok(new Listing<DocumentSummary>(page.Documents, page.Total, next));
    }
}
