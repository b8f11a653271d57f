using Microsoft.AspNetCore.Mvc;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Api.Description;

namespace RussiaChinaAnalysis.Web.Api;

internal static class ChangesApi
{
    /// <param name="Next">What to give as <c>before</c> for the earlier ones; null when there are none. Also in the Link header, as a whole address.</param>
    public sealed record ChangeListing(IReadOnlyList<ChangeRow> Items, string? Next);

    public static void MapChanges(this RouteGroupBuilder api)
    {
        var changes = api.MapGroup("/changes").WithTags("Changes");

        changes.MapGet("", ListAsync)
            .RequireAuthorization(Policies.Read)
            .Describes("What people changed, the latest first", "In the whole corpus or in one document.").Gives<ChangeListing>().Refuses(400);

        changes.MapPost("/{id:long}/undo", async (long id, Undo undo, HttpContext context, CancellationToken cancellation) =>
                Answers.Of(await undo.RunAsync(context.User.Actor(), id, cancellation), context))
            .RequireAuthorization(Policies.Edit)
            .Describes("Take a change back", "That is a change itself, and can be taken back too.").Gives<Edited>().Refuses(403, 404, 412, 422);
    }

    private static async Task<IResult> ListAsync(
        HistoryBrowser history, HttpContext context, CancellationToken cancellation,
        [FromQuery] int? document, [FromQuery] long? before, [FromQuery] int size = 50)
    {
        if (Answers.WrongSize(size) is { } wrong)
            return wrong;
        var rows = await history.ListAsync(document, context.User.FindActor()?.PersonId, before, size + 1, cancellation);
        var (items, next) = context.Before(rows, size, row => row.Id);
        return TypedResults.Ok(new ChangeListing(items, next));
    }
}
