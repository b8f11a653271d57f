using System.Text;
using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Arguments.Tests.Reading.Html;

public sealed class HostilePageTests
{
    [Theory]
    [InlineData("<div>")]
    [InlineData("<b>")]
    [InlineData("<ul><li>")]
    [InlineData("<blockquote>")]
    [InlineData("<table><tr><td>")]
    [InlineData("<svg><g>")]
    public void Markup_that_nests_without_end_is_refused(string tag)
    {
        var refused = Refused(string.Concat(Enumerable.Repeat(tag, 100_000)) + "The harbour pays.");

        Assert.Equal(RefusalReason.TooComplex, refused.Reason);
        Assert.Contains("nests its elements more than 400 deep", refused.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("<p>a</p>", 70_000, "holds more than 60000 elements")]
    [InlineData("<base href=x>", 200, "holds more than 100 <base> tags")]
    [InlineData("<iframe src=x></iframe>", 600, "holds more than 500 frames (<iframe>)")]
    [InlineData("<p a b c d e f g h i j k l m n o p q r s t u v w x y z>a", 20_000, "holds more than 500000 attributes")]
    public void More_than_an_essay_needs_is_refused_with_what_is_too_much(string markup, int times, string excess)
    {
        var refused = Refused(string.Concat(Enumerable.Repeat(markup, times)));

        Assert.Equal(RefusalReason.TooComplex, refused.Reason);
        Assert.Equal($"page.html {excess}, which an essay does not need; copy its text into a new document, or divide it.", refused.Message);
    }

    [Fact]
    public void Formatting_that_is_opened_again_in_every_paragraph_is_refused() =>
        Assert.Equal(RefusalReason.TooComplex, Refused(string.Concat(Enumerable.Range(0, 3_000).Select(at => $"<p><font size={at}>a"))).Reason);

    [Fact]
    public void Line_breaks_without_end_are_read_in_time()
    {
        var breaks = string.Concat(Enumerable.Repeat("<br> ", 50_000));

        Assert.Equal("First.\n\nSecond.", Read.Document("page.html", $"<nav>Home</nav><div>First.{breaks}Second.</div>").Text);
    }

    [Fact]
    public void Entities_are_not_expanded()
    {
        var refused = Refused("""<!DOCTYPE html [<!ENTITY a "bomb"><!ENTITY b "&a;&a;&a;">]><html xmlns="http://www.w3.org/1999/xhtml"><p>&b;</p></html>""");

        Assert.Contains("declares entities of its own", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_page_that_only_scripts_fill_is_refused_with_that_reason()
    {
        var refused = Refused("""<html><body><div id="root"></div><script src="app.js"></script></body></html>""");

        Assert.Equal(RefusalReason.NoText, refused.Reason);
        Assert.Contains("only scripts that fetch it", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_web_archive_is_refused_with_the_way_to_save_it()
    {
        var refused = Refused("From: <Saved by Blink>\r\nMIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\r\n<p>text");

        Assert.Equal(RefusalReason.Mislabelled, refused.Reason);
        Assert.Contains("HTML only", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_is_no_page()
    {
        var bytes = new byte[4_000];
        new Random(7).NextBytes(bytes);

        Assert.Equal(RefusalReason.NotText, Assert.IsType<ReadResult.Refused>(Read.File("page.html", bytes)).Reason);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(2_000)]
    [InlineData(5_000)]
    public void A_page_that_breaks_off_is_read_as_far_as_it_goes_or_refused(int length)
    {
        var result = Read.File("page.html", Encoding.UTF8.GetBytes(NewspaperPage.Markup)[..length]);

        Assert.True(result is ReadResult.Success or ReadResult.Refused { Reason: RefusalReason.Empty or RefusalReason.NoText });
    }

    private static ReadResult.Refused Refused(string markup) => Assert.IsType<ReadResult.Refused>(Read.File("page.html", markup));
}
