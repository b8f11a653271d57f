using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;

namespace RussiaChinaAnalysis.Web.Api;

/// <summary>Says what is wrong with a request that could not be read.</summary>
internal sealed class UnreadableInput : IExceptionHandler
{
    public async ValueTask<bool> TryHandleAsync(HttpContext httpContext, Exception exception, CancellationToken cancellationToken)
    {
        if (exception is not BadHttpRequestException refused || !httpContext.Request.Path.StartsWithSegments(ApiRegistration.Root, StringComparison.OrdinalIgnoreCase))
            return false;
        await TypedResults.Problem(statusCode: refused.StatusCode, detail: Explain(refused)).ExecuteAsync(httpContext);
        return true;
    }

    private static string Explain(BadHttpRequestException refused) => refused.InnerException switch
    {
        JsonException { Path: "$" or null } => "The body is not JSON of the form that is asked for.",
        JsonException wrong => $"The value at {wrong.Path} in the body is not one that is taken there.",
        _ => refused.Message,
    };
}
