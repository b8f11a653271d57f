using RussiaChinaAnalysis.Corpus.History;

namespace RussiaChinaAnalysis.Web.Edit;

/// <summary>What became of a form, for scripts and pages.</summary>
/// <param name="Change">By which it can be undone; null when nothing was stored.</param>
/// <param name="Token">Where two collided: what to send in order to go ahead.</param>
/// <param name="Versions">Where two collided: both versions, line by line.</param>
/// <param name="Tokens">Where something was stored: how it led the rows' tokens on.</param>
public sealed record Outcome(OutcomeState State, string Message, long? Change, int? Id, Guid? Token, IReadOnlyList<CollisionLine> Versions, IReadOnlyList<TokenStep> Tokens)
{
    internal int Code => State switch
    {
        OutcomeState.Missing => StatusCodes.Status404NotFound,
        OutcomeState.Refused => StatusCodes.Status422UnprocessableEntity,
        OutcomeState.Forbidden => StatusCodes.Status403Forbidden,
        OutcomeState.Collision => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status200OK,
    };

    public static Outcome Of(EditResult result, IReadOnlyList<CollisionLine> versions) => result switch
    {
        EditResult.Done done => new(OutcomeState.Done, done.Summary, done.Change, done.Id, null, [], done.Tokens),
        EditResult.Unchanged unchanged => new(OutcomeState.Unchanged, "It was so already", null, unchanged.Id, null, [], []),
        EditResult.Missing missing => new(OutcomeState.Missing, missing.Message, null, null, null, [], []),
        EditResult.Refused refused => new(OutcomeState.Refused, refused.Message, null, null, null, [], []),
        EditResult.Forbidden forbidden => new(OutcomeState.Forbidden, forbidden.Message, null, null, null, [], []),
        EditResult.Collision collision => new(OutcomeState.Collision, collision.Message, null, null, collision.Token, versions, []),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };
}
