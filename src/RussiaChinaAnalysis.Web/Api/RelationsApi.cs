using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Api.Description;

namespace RussiaChinaAnalysis.Web.Api;

internal static class RelationsApi
{
    /// <param name="To">A passage; or give <paramref name="ToRelation"/>, for a relation that bears on a relation.</param>
    public sealed record NewRelation(int From, RelationKind Kind, int? To = null, int? ToRelation = null);

    public sealed record NewKind(RelationKind Kind);

    public static void MapRelations(this RouteGroupBuilder api)
    {
        var relations = api.MapGroup("/relations").WithTags("Relations");

        relations.MapGet("/{id:int}", async (int id, RelationBrowser browser, HttpContext context, CancellationToken cancellation) =>
            {
                if (await browser.FindAsync(id, cancellation) is not { } found)
                    return Answers.NotThere("relation");
                context.SetState(found.Token);
                return TypedResults.Ok(found);
            })
            .RequireAuthorization(Policies.Read)
            .Describes("One relation", "The ETag is what changes of the relation are based on.").Gives<EditableRelation>().Refuses(404);

        relations.MapPost("", async (NewRelation body, RelationEditor editor, HttpContext context, CancellationToken cancellation) =>
                (body.To, body.ToRelation) switch
                {
                    ({ } to, null) => Answers.Of(await editor.LinkAsync(context.User.Actor(), body.From, to, body.Kind, cancellation), context, $"{ApiRegistration.Root}/relations"),
                    (null, { } to) => Answers.Of(await editor.LinkToRelationAsync(context.User.Actor(), body.From, to, body.Kind, cancellation), context, $"{ApiRegistration.Root}/relations"),
                    _ => Answers.Mistaken("Give either “to” or “toRelation”."),
                })
            .RequireAuthorization(Policies.Edit)
            .Describes("Relate a passage to another, or to a relation").Gives<Edited>(201).Refuses(400, 404, 422);

        relations.MapPut("/{id:int}/kind", async (int id, NewKind body, RelationEditor editor, HttpContext context, CancellationToken cancellation) =>
                Answers.Of(await editor.ChangeKindAsync(context.User.Actor(), id, context.State(), body.Kind, cancellation), context))
            .RequireAuthorization(Policies.Edit).Describes("Change what a relation says").Changes();

        relations.MapPut("/{id:int}/status", async (int id, PassageEditingApi.Decision body, RelationEditor editor, HttpContext context, CancellationToken cancellation) =>
                Answers.Of(await editor.DecideAsync(context.User.Actor(), id, context.State(), body.Status, cancellation), context))
            .RequireAuthorization(Policies.Edit).Describes("Accept or reject a relation").Changes();

        relations.MapDelete("/{id:int}", async (int id, RelationEditor editor, HttpContext context, CancellationToken cancellation) =>
                Answers.Of(await editor.RemoveAsync(context.User.Actor(), id, context.State(), cancellation), context))
            .RequireAuthorization(Policies.Edit).Describes("Remove a relation").Changes();
    }
}
