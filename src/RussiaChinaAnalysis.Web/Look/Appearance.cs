namespace RussiaChinaAnalysis.Web.Look;

/// <summary>Light, dark, or as the system wishes; kept in a cookie, so that the server can write it into the page.</summary>
public static class Appearance
{
    private const string Cookie = "scheme";

    public static IReadOnlyList<AppearanceChoice> Choices { get; } =
    [
        new("auto", "As the system"),
        new("light", "Light"),
        new("dark", "Dark"),
    ];

    public static string Scheme(this HttpRequest request) => Known(request.Cookies[Cookie]) ?? "auto";

    /// <summary>
    /// A link rather than a form: choosing a colour changes nothing that anybody else sees, so it needs no token, and
    /// pages without a form stay cacheable.
    /// </summary>
    public static void MapAppearance(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/appearance/{scheme}", (string scheme, string? back, HttpContext context) =>
        {
            if (Known(scheme) is not { } known)
                return Results.NotFound();

            context.Response.Cookies.Append(Cookie, known, new CookieOptions
            {
                MaxAge = TimeSpan.FromDays(365),
                SameSite = SameSiteMode.Lax,
                Secure = context.Request.IsHttps,
            });
            return Results.LocalRedirect(IsLocal(back) ? back! : "/");
        }).AllowAnonymous();

    private static string? Known(string? scheme) => Choices.FirstOrDefault(choice => choice.Key == scheme)?.Key;

    /// <summary>Whether a redirection to the path stays on this site.</summary>
    internal static bool IsLocal(string? path) =>
        path is ['/', ..] && (path.Length == 1 || path[1] is not ('/' or '\\')) && !path.Any(char.IsControl);
}

public sealed record AppearanceChoice(string Key, string Name);
