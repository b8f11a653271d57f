namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>
/// Forms carry a token against requests that another site makes a browser send; what programs send to <c>/api</c>
/// carries none, so there the browser's own word counts.
/// </summary>
internal static class OwnOrigin
{
    public static void UseOwnOrigin(this WebApplication app) => app.Use((context, next) =>
    {
        if (!context.Request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase) || IsReading(context.Request.Method) || IsOwn(context.Request))
            return next(context);
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    });

    internal static bool IsReading(string method) => HttpMethods.IsGet(method) || HttpMethods.IsHead(method) || HttpMethods.IsOptions(method);

    /// <summary>No browser sends a bearer's token of its own accord, and only browsers send the two headers.</summary>
    private static bool IsOwn(HttpRequest request)
    {
        if (TokenHandler.Concerns(request))
            return true;
        if (request.Headers["Sec-Fetch-Site"].ToString() is { Length: > 0 } site)
            return site is "same-origin" or "none";
        return request.Headers.Origin.ToString() is not { Length: > 0 } origin || origin == $"{request.Scheme}://{request.Host}";
    }
}
