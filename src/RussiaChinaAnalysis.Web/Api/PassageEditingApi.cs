using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Api.Description;

namespace RussiaChinaAnalysis.Web.Api;

/// <summary>What editors do to passages. Every change is recorded and can be taken back.</summary>
internal static class PassageEditingApi
{
    /// <param name="Start">In UTF-16 code units of the document's text; <paramref name="End"/> lies after the last.</param>
    /// <param name="Version">The number of the version that the places are counted in; when it is no longer the current one, nothing is made.</param>
    public sealed record NewPassage(int Document, int Start, int End, PassageLabels Labels, int? Version = null);

    public sealed record NewSpan(int Start, int End);

    /// <param name="At">In UTF-16 code units of the document's text.</param>
    public sealed record SplitPlace(int At);

    public sealed record MergePartner(int With, Guid? WithToken = null);

    public sealed record Decision(Status Status);

    public static void MapPassageEditing(this RouteGroupBuilder api)
    {
        var passages = api.MapGroup("/passages").WithTags("Passages").RequireAuthorization(Policies.Edit);

        passages.MapPost("", async (NewPassage body, PassageEditor editor, HttpContext context, CancellationToken cancellation) =>
                Span(body.Start, body.End) is not { } span
                    ? WrongSpan
                    : Answers.Of(await editor.CreateAsync(context.User.Actor(), body.Document, body.Version, span, body.Labels, cancellation), context, $"{ApiRegistration.Root}/passages"))
            .Describes("Make a passage", "Of the document’s current version.").Gives<Edited>(201).Refuses(400, 404, 422);

        passages.MapPut("/{id:int}/labels", async (int id, PassageLabels body, PassageEditor editor, HttpContext context, CancellationToken cancellation) =>
                Answers.Of(await editor.LabelAsync(context.User.Actor(), id, context.State(), body, cancellation), context))
            .Describes("Label a passage", "What does not go together is brought into line. A passage that a person labels counts as accepted.").Changes();

        passages.MapPut("/{id:int}/span", async (int id, NewSpan body, PassageEditor editor, HttpContext context, CancellationToken cancellation) =>
                Span(body.Start, body.End) is not { } span
                    ? WrongSpan
                    : Answers.Of(await editor.ResizeAsync(context.User.Actor(), id, context.State(), span, cancellation), context))
            .Describes("Give a passage other words", "Its relations, themes and notes stay with it.").Changes();

        passages.MapPost("/{id:int}/split", async (int id, SplitPlace body, PassageEditor editor, HttpContext context, CancellationToken cancellation) =>
                Answers.Of(await editor.SplitAsync(context.User.Actor(), id, context.State(), body.At, cancellation), context))
            .Describes("Split a passage in two").Changes();

        passages.MapPost("/{id:int}/merge", async (int id, MergePartner body, PassageEditor editor, HttpContext context, CancellationToken cancellation) =>
                Answers.Of(await editor.MergeAsync(context.User.Actor(), id, context.State(), body.With, body.WithToken, cancellation), context))
            .Describes("Merge a passage with another one of its document", "“withToken” is the token of the one that disappears; with it, a change that somebody has made to that one is not lost.").Changes();

        passages.MapPut("/{id:int}/status", async (int id, Decision body, PassageEditor editor, HttpContext context, CancellationToken cancellation) =>
                Answers.Of(await editor.DecideAsync(context.User.Actor(), id, context.State(), body.Status, cancellation), context))
            .Describes("Accept or reject a passage").Changes();

        passages.MapDelete("/{id:int}", async (int id, PassageEditor editor, HttpContext context, CancellationToken cancellation) =>
                Answers.Of(await editor.RemoveAsync(context.User.Actor(), id, context.State(), cancellation), context))
            .Describes("Remove a passage").Changes();

        passages.MapPut("/{id:int}/themes/{slug}", async (int id, string slug, ThemeTagEditor themes, HttpContext context, CancellationToken cancellation) =>
                Answers.Of(await themes.AddAsync(context.User.Actor(), id, context.State(), slug, cancellation), context))
            .Describes("Give a passage a theme").Changes();

        passages.MapDelete("/{id:int}/themes/{slug}", async (int id, string slug, ThemeTagEditor themes, HttpContext context, CancellationToken cancellation) =>
                Answers.Of(await themes.RemoveAsync(context.User.Actor(), id, context.State(), slug, cancellation), context))
            .Describes("Take a theme from a passage", "What was extracted is rejected, so that it is not proposed again.").Changes();
    }

    private static IResult WrongSpan => Answers.Mistaken("“start” must be 0 or more, and “end” greater than “start”.");

    private static TextSpan? Span(int start, int end) => start >= 0 && end > start ? new TextSpan(start, end) : null;
}
