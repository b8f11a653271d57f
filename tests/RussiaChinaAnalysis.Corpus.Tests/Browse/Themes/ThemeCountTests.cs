using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Browse.Themes;

/// <summary>A broader theme counts what is about narrower ones, in every figure and each passage once.</summary>
public sealed class ThemeCountTests : SampleEssaysTests
{
    [Theory]
    [InlineData("region")]
    [InlineData("commerce")]
    public async Task The_figures_of_the_documents_add_up_to_those_of_the_theme(string slug)
    {
        var view = (await Corpus.Themes.FindAsync(slug, Cancellation))!;

        Assert.Equal(
            (view.Theme.CountWithChildren, view.Theme.Claims, view.Theme.Evidence, view.Theme.Documents),
            (view.Documents.Sum(document => document.Count), view.Documents.Sum(document => document.Claims), view.Documents.Sum(document => document.Evidence), view.Documents.Count));
        foreach (var document in view.Documents)
        {
            var count = (await Corpus.Documents.FindAsync(document.DocumentId, Cancellation))!.Themes.Single(theme => theme.Theme.Slug == slug);
            Assert.Equal((document.Count, document.Claims, document.Evidence, 1), (count.CountWithChildren, count.Claims, count.Evidence, count.Documents));
        }
    }

    [Fact]
    public async Task The_figures_are_those_of_the_list_of_passages()
    {
        foreach (var theme in await Corpus.Themes.ListAsync(Cancellation))
        {
            var choice = new FacetChoice(Facet.Theme, theme.Theme.Slug);
            Assert.Equal(
                (theme.CountWithChildren, theme.Claims, theme.Evidence),
                (await TotalAsync(choice), await TotalAsync(choice, new FacetChoice(Facet.Role, "claim")), await TotalAsync(choice, new FacetChoice(Facet.Role, "evidence"))));
        }
    }

    private async Task<int> TotalAsync(params FacetChoice[] choices) =>
        (await Corpus.Passages.ListAsync(new PassageQuery(new PassageFilter { Choices = [.. choices] }), Cancellation)).Total;
}
