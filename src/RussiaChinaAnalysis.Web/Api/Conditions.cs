using Microsoft.Extensions.Primitives;
using Microsoft.Net.Http.Headers;

namespace RussiaChinaAnalysis.Web.Api;

/// <summary>
/// The ETag of a passage or a relation names the state of the thing itself, and a change names the state that it is
/// based on (<c>If-Match</c>), so that nobody's work is overwritten unseen.
/// </summary>
internal static class Conditions
{
    public static void SetState(this HttpContext context, Guid token) => context.Response.Headers.ETag = $"\"{token}\"";

    /// <summary>Refuses a request without a readable <c>If-Match</c>; otherwise <see cref="State"/> is there.</summary>
    public static RouteHandlerBuilder RequiresState(this RouteHandlerBuilder endpoint) => endpoint
        .WithMetadata(new StateRequired())
        .AddEndpointFilter(async (invocation, next) =>
        {
            var request = invocation.HttpContext.Request;
            if (StringValues.IsNullOrEmpty(request.Headers.IfMatch))
                return TypedResults.Problem(
                    statusCode: StatusCodes.Status428PreconditionRequired,
                    detail: "Send If-Match with the ETag that came when you read what you want to change.");
            return Read(request) is null
                ? TypedResults.Problem(statusCode: StatusCodes.Status412PreconditionFailed, detail: "If-Match is not an ETag that was ever given here.")
                : await next(invocation);
        });

    /// <summary>The state that the change is based on.</summary>
    public static Guid State(this HttpContext context) =>
        Read(context.Request) ?? throw new InvalidOperationException("The endpoint does not require If-Match.");

    /// <summary>
    /// What <c>If-Match</c> names; null when that is nothing that was ever given here. A tag may be weak: proxies that
    /// compress answers make it so.
    /// </summary>
    public static Guid? Read(HttpRequest request) =>
        EntityTagHeaderValue.TryParse(request.Headers.IfMatch.ToString(), out var tag)
        && Guid.TryParse(tag.Tag.AsSpan().Trim('"'), out var token) ? token : null;
}

/// <summary>Marks what takes <c>If-Match</c>, for the description.</summary>
internal sealed record StateRequired;
