using System.Net;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Pages;

/// <summary>A value that means nothing is named on the page and left out.</summary>
public sealed class ProblemsTests(TestSite site) : IClassFixture<TestSite>
{
    [Theory]
    [InlineData("/claims?role=nonsense", "“nonsense”")]
    [InlineData("/claims?sort=sideways", "“sideways”")]
    [InlineData("/claims?theme=unknown-theme", "“unknown-theme”")]
    [InlineData("/claims?after=broken", "first page")]
    [InlineData("/claims?claim-kind=loud", "“loud”")]
    [InlineData("/connections?kind=loose", "“loose”")]
    [InlineData("/connections?theme=unknown-theme", "“unknown-theme”")]
    [InlineData("/connections?document=abc", "“abc”")]
    [InlineData("/connections?document=999", "document 999")]
    [InlineData("/connections?document=1&document=2&document=1", "a third")]
    [InlineData("/connections?after=nowhere", "first page")]
    [InlineData("/documents?after=abc", "“abc”")]
    [InlineData("/documents/1?mark=colour", "“colour”")]
    [InlineData("/documents/1?theme=unknown-theme", "“unknown-theme”")]
    [InlineData("/documents/1?passage=99999", "“99999”")]
    public async Task It_is_named(string address, string named)
    {
        using var client = site.CreateClient();
        using var answer = await client.GetAsync(address, TestContext.Current.CancellationToken);
        var content = await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        Assert.Contains("class=\"notice\"", content, StringComparison.Ordinal);
        Assert.Contains(named, content, StringComparison.Ordinal);
    }

    [Fact]
    public async Task It_is_shown_as_text_whatever_it_holds()
    {
        using var client = site.CreateClient();
        var content = await client.GetStringAsync("/claims?role=%3Cscript%3Ealert(1)%3C/script%3E&q=%3Cb%3Ebold", TestContext.Current.CancellationToken);

        Assert.DoesNotContain("<script>", content, StringComparison.Ordinal);
        Assert.DoesNotContain("<b>bold", content, StringComparison.Ordinal);
        Assert.Contains("&lt;b&gt;bold", content, StringComparison.Ordinal);
    }
}
