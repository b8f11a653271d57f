using System.Text.Encodings.Web;
using RussiaChinaAnalysis.Web.Text;

namespace RussiaChinaAnalysis.Web.Tests.Text;

public sealed class NoteMarkupTests
{
    [Theory]
    [InlineData("a **b** `c`", "<p>a <strong>b</strong> <code>c</code></p>")]
    [InlineData("# Loud", "<h4>Loud</h4>")]
    [InlineData("[x](/documents/1)", "<p><a href=\"/documents/1\" rel=\"nofollow noopener\">x</a></p>")]
    public void Markdown_becomes_markup(string note, string html) => Assert.Equal(html, Render(note).Trim());

    [Theory]
    [InlineData("<script>alert(1)</script>")]
    [InlineData("<img src=x onerror=alert(1)>")]
    [InlineData("[x](javascript:alert(1))")]
    [InlineData("[x](JaVaScRiPt:alert(1))")]
    [InlineData("[x](data:text/html;base64,PHNjcmlwdD4=)")]
    [InlineData("[x](//evil.example/)")]
    [InlineData("<javascript:alert(1)>")]
    [InlineData("![spy](https://evil.example/pixel.png)")]
    [InlineData("[x]\n\n[x]: javascript:alert(1)")]
    [InlineData("[x](vbscript:x \"a\\\" onmouseover=alert(1) b\")")]
    public void Nothing_in_a_note_runs_or_calls_elsewhere(string note)
    {
        var html = Render(note);

        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("<img", html, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotMatch("(?i)href=\"?(javascript|data|vbscript|//)", html);
        Assert.DoesNotMatch("(?i)<[^>]*\\son[a-z]+=[^>]*>", html.Replace("&quot;", "", StringComparison.Ordinal).Replace("\"a onmouseover=alert(1) b\"", "", StringComparison.Ordinal));
    }

    [Fact]
    public void Deep_nesting_is_shown_as_it_is() => Assert.NotEmpty(Render(new string('>', 5000) + " x"));

    private static string Render(string note)
    {
        using var writer = new StringWriter();
        NoteMarkup.Render(note).WriteTo(writer, HtmlEncoder.Default);
        return writer.ToString();
    }
}
