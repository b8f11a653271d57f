using RussiaChinaAnalysis.Corpus.History;

namespace RussiaChinaAnalysis.Web.Edit;

/// <summary>What became of a form, for scripts and pages.</summary>
/// <param name="State"><c>done</c>, <c>unchanged</c>, <c>missing</c>, <c>refused</c>, <c>forbidden</c> or <c>collision</c>.</param>
/// <param name="Change">By which it can be undone; null when nothing was stored.</param>
/// <param name="Token">Where two collided: what to send in order to go ahead.</param>
/// <param name="Versions">Where two collided: both versions, line by line.</param>
/// <param name="Tokens">Where something was stored: how it led the rows' tokens on.</param>
public sealed record Outcome(string State, string Message, long? Change, int? Id, Guid? Token, IReadOnlyList<VersionLine> Versions, IReadOnlyList<TokenStep> Tokens)
{
    internal int Code => State switch
    {
        "missing" => StatusCodes.Status404NotFound,
        "refused" => StatusCodes.Status422UnprocessableEntity,
        "forbidden" => StatusCodes.Status403Forbidden,
        "collision" => StatusCodes.Status409Conflict,
        _ => StatusCodes.Status200OK,
    };

    public static Outcome Of(EditResult result, IReadOnlyList<VersionLine> versions) => result switch
    {
        EditResult.Done done => new("done", done.Summary, done.Change, done.Id, null, [], done.Tokens),
        EditResult.Unchanged unchanged => new("unchanged", "It was so already", null, unchanged.Id, null, [], []),
        EditResult.Missing missing => new("missing", missing.Message, null, null, null, [], []),
        EditResult.Refused refused => new("refused", refused.Message, null, null, null, [], []),
        EditResult.Forbidden forbidden => new("forbidden", forbidden.Message, null, null, null, [], []),
        EditResult.Collision collision => new("collision", collision.Message, null, null, collision.Token, versions, []),
        _ => throw new ArgumentOutOfRangeException(nameof(result)),
    };
}

/// <param name="Theirs">As it is in the corpus now.</param>
/// <param name="Yours">As the person wanted it.</param>
public sealed record VersionLine(string Label, string Theirs, string Yours)
{
    public bool Differs => Theirs != Yours;
}

/// <summary>The change that a page has just come back from, as it stands in the address.</summary>
public static class Saved
{
    public const string Key = "saved";

    public static long? In(HttpRequest request) =>
        long.TryParse(request.Query[Key], System.Globalization.CultureInfo.InvariantCulture, out var id) ? id : null;
}
