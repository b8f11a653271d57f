using System.Net.Http.Json;
using System.Text.Json;
using System.Text.RegularExpressions;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Pages.Documents;

public sealed partial class ThemeInReaderTests(TestSite site) : IClassFixture<TestSite>
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_broader_theme_leaves_in_the_foreground_what_is_about_narrower_ones()
    {
        using var client = site.CreateClient();
        var broader = 0;
        foreach (var document in (await client.GetFromJsonAsync<JsonElement>("/api/documents", Cancellation)).GetProperty("items").EnumerateArray())
        {
            var address = $"/documents/{document.GetProperty("id").GetInt32()}";
            foreach (var theme in (await client.GetFromJsonAsync<JsonElement>($"{address}.json", Cancellation)).GetProperty("themes").EnumerateArray())
            {
                var (slug, count) = (theme.GetProperty("theme").GetProperty("slug").GetString()!, theme.GetProperty("countWithChildren").GetInt32());
                broader += count > theme.GetProperty("count").GetInt32() ? 1 : 0;
                var page = await client.GetStringAsync($"{address}?theme={slug}", Cancellation);

                var notes = Note().Matches(page);
                Assert.Equal(count, notes.Count(note => !note.Groups["class"].Value.Contains(" off", StringComparison.Ordinal)));
                Assert.Equal(count, notes.Count(note => note.Groups["themes"].Value.Split(' ').Contains(slug)));
                Assert.Contains($"data-about=\"{slug}\" aria-current=\"true\"", page, StringComparison.Ordinal);
            }
        }

        Assert.True(broader > 0);
    }

    [GeneratedRegex("<li class=\"note (?<class>[^\"]*)\"[^>]*data-themes=\"(?<themes>[^\"]*)\"")]
    private static partial Regex Note();
}
