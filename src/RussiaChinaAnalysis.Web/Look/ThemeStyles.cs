using System.Security.Cryptography;
using System.Text;
using Microsoft.Net.Http.Headers;
using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Web.Accounts;

namespace RussiaChinaAnalysis.Web.Look;

/// <summary>The codebook's colours as a style sheet, because the content security policy allows none inside a page.</summary>
internal static class ThemeStyles
{
    public static void MapThemeStyles(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/themes.css", async (ThemeBrowser themes, HttpContext context, CancellationToken cancellation) =>
        {
            var sheet = Encoding.UTF8.GetBytes(Write(await themes.ListAsync(cancellation)));
            context.Response.Headers.CacheControl = "no-cache";
            var tag = new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(sheet)[..8])}\"");
            return Results.Bytes(sheet, "text/css; charset=utf-8", entityTag: tag);
        }).RequireAuthorization(Policies.Read);

    /// <summary>What is no plain slug or colour is left out, whatever the codebook let through.</summary>
    private static string Write(IEnumerable<ThemeCount> themes)
    {
        var sheet = new StringBuilder();
        foreach (var (slug, colour) in themes.Select(theme => (theme.Theme.Slug, theme.Theme.Colour)))
        {
            if (slug.All(IsSlugCharacter) && IsColour(colour))
                sheet.Append(".theme-").Append(slug).Append("{--theme:").Append(colour).Append("}\n");
        }

        return sheet.ToString();
    }

    private static bool IsSlugCharacter(char character) =>
        char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-';

    private static bool IsColour(string colour) => colour is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit);
}
