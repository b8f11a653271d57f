using System.Globalization;
using Microsoft.Net.Http.Headers;
using RussiaChinaAnalysis.Corpus.History;

namespace RussiaChinaAnalysis.Web.Api;

/// <param name="Items">In the order that was asked for.</param>
/// <param name="Total">All that match, not only those in this answer.</param>
/// <param name="Next">What to give as <c>after</c> for the following ones; null when there are none. Also in the Link header, as a whole address.</param>
public sealed record Listing<T>(IReadOnlyList<T> Items, int Total, string? Next);

/// <param name="Change">By which it can be taken back; null when it was so already.</param>
/// <param name="Id">Of what was made, or mainly changed.</param>
public sealed record Edited(long? Change, int Id, string Summary);

internal static class Answers
{
    /// <summary>From 1 to 200.</summary>
    public const int LargestSize = 200;

    public static IResult NotThere(string what) => TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, detail: $"There is no such {what}.");

    public static IResult Mistaken(params IEnumerable<string> problems) =>
        TypedResults.Problem(statusCode: StatusCodes.Status400BadRequest, detail: string.Join(' ', problems));

    /// <returns>Null when the size will do.</returns>
    public static IResult? WrongSize(int size) => size is >= 1 and <= LargestSize
        ? null : Mistaken($"“size” is {size}; it must be from 1 to {LargestSize}.");

    /// <summary>Names the address of the following part (RFC 8288).</summary>
    /// <param name="key">What takes <paramref name="next"/> in the address: <c>after</c> where later ones follow, <c>before</c> where earlier ones do.</param>
    public static void LinkNext(this HttpContext context, string? next, string key = "after")
    {
        if (next is null)
            return;
        var request = context.Request;
        var query = QueryString.Create(request.Query
            .Where(pair => pair.Key is not ("after" or "before"))
            .SelectMany(pair => pair.Value, (pair, value) => KeyValuePair.Create(pair.Key, value))
            .Append(new(key, next)));
        context.Response.Headers.Append(HeaderNames.Link, $"<{request.Path}{query}>; rel=\"next\"");
    }

    /// <summary>As many as were asked for, and of the last the id that leads to the earlier ones; null when there are none.</summary>
    /// <param name="rows">One more than was asked for, where there is one more.</param>
    public static (IReadOnlyList<T> Items, string? Next) Before<T>(this HttpContext context, IReadOnlyList<T> rows, int size, Func<T, long> id)
    {
        if (rows.Count <= size)
            return (rows, null);
        var next = id(rows[size - 1]).ToString(CultureInfo.InvariantCulture);
        context.LinkNext(next, "before");
        return ([.. rows.Take(size)], next);
    }

    public static IResult Of(EditResult result, HttpContext context, string? created = null) => result switch
    {
        EditResult.Done done when created is not null => TypedResults.Created($"{created}/{done.Id}", new Edited(done.Change, done.Id, done.Summary)),
        EditResult.Done done => TypedResults.Ok(new Edited(done.Change, done.Id, done.Summary)),
        EditResult.Unchanged unchanged => TypedResults.Ok(new Edited(null, unchanged.Id, "It was so already.")),
        EditResult.Missing missing => TypedResults.Problem(statusCode: StatusCodes.Status404NotFound, detail: missing.Message),
        EditResult.Refused refused => TypedResults.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, detail: refused.Message),
        EditResult.Forbidden forbidden => TypedResults.Problem(statusCode: StatusCodes.Status403Forbidden, detail: forbidden.Message),
        EditResult.Collision collision => Collided(collision, context),
        _ => throw new InvalidOperationException($"Unknown outcome {result}."),
    };

    private static IResult Collided(EditResult.Collision collision, HttpContext context)
    {
        context.SetState(collision.Token);
        return TypedResults.Problem(statusCode: StatusCodes.Status412PreconditionFailed, detail: collision.Message);
    }
}
