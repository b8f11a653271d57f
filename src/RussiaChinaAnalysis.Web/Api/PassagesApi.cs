using Microsoft.AspNetCore.Mvc;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Api.Description;
using RussiaChinaAnalysis.Web.Data;

namespace RussiaChinaAnalysis.Web.Api;

internal static class PassagesApi
{
    /// <param name="Description">What is listed, in words.</param>
    /// <param name="Notice">What to know of the order, where it is not the one that was asked for.</param>
    public sealed record PassageListing(
        string Description, IReadOnlyList<PassageRow> Items, int Total, string? Next, string? Previous, string? Notice, IReadOnlyList<FacetCounts> Facets);

    public static void MapPassages(this RouteGroupBuilder api)
    {
        var passages = api.MapGroup("/passages").WithTags("Passages").RequireAuthorization(Policies.Read);

        passages.MapGet("", ListAsync)
            .Describes("Passages by filter and search", "The same filter as on the page of claims, with the same keys; an exclamation mark after a key rules the value out (theme!=trade-share). The facets count what each further choice would find.")
            .TakesFilter().Gives<PassageListing>().Refuses(400);

        passages.MapGet("/{id:int}", FindAsync)
            .Describes("One passage with everything that explains it", "The ETag is what changes of the passage are based on.")
            .Gives<PassageView>().Refuses(404);

        passages.MapGet("/{id:int}/relations", async (int id, RelationBrowser relations, CancellationToken cancellation) =>
                await relations.IsPassageAsync(id, cancellation) ? TypedResults.Ok(await relations.OfPassageAsync(id, cancellation)) : Answers.NotThere("passage"))
            .Describes("Relations from and to a passage", "And those that bear on these relations. Rejected ones are among them, with their status.")
            .Gives<IReadOnlyList<EditableRelation>>().Refuses(404);
    }

    private static async Task<IResult> ListAsync(
        PassageBrowser browser, HttpContext context, CancellationToken cancellation,
        [FromQuery] string? sort, [FromQuery] string? after, [FromQuery] string? before, [FromQuery] int size = 25)
    {
        if (Answers.WrongSize(size) is { } wrong)
            return wrong;
        if (after is not null && before is not null)
            return Answers.Mistaken("Give either “after” or “before”.");
        var query = context.Request.Query.Filter();
        if (!query.Problems.IsEmpty)
            return Answers.Mistaken(query.Problems);
        if (Sort(sort, query.Filter) is not { } order)
            return Answers.Mistaken($"There is no order “{sort}”. Possible values: {string.Join(", ", Enum.GetValues<PassageSort>().Select(FacetWords.Key))}.");

        var page = await browser.ListAsync(new PassageQuery(query.Filter, order, after, before, size), cancellation);
        if (page.Problems.Count > 0)
            return Answers.Mistaken(page.Problems);
        context.LinkNext(page.Next);
        return TypedResults.Ok(new PassageListing(page.Description, page.Rows, page.Total, page.Next, page.Previous, page.Notice, page.Facets));
    }

    private static PassageSort? Sort(string? name, PassageFilter filter) => string.IsNullOrWhiteSpace(name)
        ? filter.Search is null ? PassageSort.Document : PassageSort.Relevance
        : Enum.GetValues<PassageSort>().Cast<PassageSort?>().FirstOrDefault(sort => FacetWords.Key(sort!.Value) == name);

    private static async Task<IResult> FindAsync(
        int id, PassageBrowser browser, HttpContext context, CancellationToken cancellation)
    {
        if (await browser.FindAsync(id, cancellation) is not { } found)
            return Answers.NotThere("passage");
        context.SetState(found.Row.Token);
        return TypedResults.Ok(found);
    }
}
