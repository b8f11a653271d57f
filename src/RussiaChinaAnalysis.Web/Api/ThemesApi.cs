using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Api.Description;

namespace RussiaChinaAnalysis.Web.Api;

internal static class ThemesApi
{
    public static void MapThemes(this RouteGroupBuilder api)
    {
        var themes = api.MapGroup("/themes").WithTags("Themes").RequireAuthorization(Policies.Read);

        themes.MapGet("", (ThemeBrowser browser, CancellationToken cancellation) => browser.ListAsync(cancellation))
            .Describes("The codebook with its figures", "In the codebook’s order.").Gives<IReadOnlyList<ThemeCount>>();

        themes.MapGet("/{slug}", async (string slug, ThemeBrowser browser, CancellationToken cancellation) =>
                await browser.FindAsync(slug, cancellation) is { } found ? TypedResults.Ok(found) : Answers.NotThere("theme"))
            .Describes("One theme with its cue terms", "Its passages are those of the filter theme=slug.").Gives<ThemeView>().Refuses(404);
    }
}
