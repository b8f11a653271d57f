using System.Text;

namespace RussiaChinaAnalysis.Arguments.Tests.Reading.Markdown;

public sealed class RawHtmlTests
{
    [Theory]
    [InlineData("<div>\nIncome < 3 million, and 4 > 2.\n</div>", "Income < 3 million, and 4 > 2.")]
    [InlineData("<div>\nFerries <3, always <\n</div>", "Ferries <3, always <")]
    [InlineData("<p>The har<b>bour</b>s pay<sup>2</sup>.</p>", "The harbours pay2.")]
    [InlineData("<ul><li>Berths</li><li>Cranes<br>and more</li></ul>", "Berths Cranes and more")]
    [InlineData("<div>Seen<!-- a < b --><script>if (a < b) { }</script>.</div>", "Seen.")]
    [InlineData("<div>So&shy;cial and so\u00ADcial</div>\n\nSo&shy;cial.", "Social and social\n\nSocial.")]
    public void Raw_HTML_keeps_its_words_whole(string markdown, string text) =>
        Assert.Equal(text, Read.Text("essay.md", Encoding.UTF8.GetBytes(markdown)));
}
