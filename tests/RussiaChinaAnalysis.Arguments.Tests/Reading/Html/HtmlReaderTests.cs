using System.Text;
using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Arguments.Tests.Reading.Html;

public sealed class HtmlReaderTests
{
    private const string Sentence =
        "The harbour earns more than it costs, and those who say otherwise have not read the accounts that the city itself publishes every spring, page by page.";

    [Fact]
    public void A_newspaper_page_gives_its_article_and_nothing_around_it()
    {
        var document = Read.Document("page.html", NewspaperPage.Markup);

        Assert.Equal(NewspaperPage.Blocks, Read.Blocks(document));
        Assert.Equal(
            new DocumentMetadata("Why the harbour should stay public", "Mara Lindqvist, Jón Berg", "2024-05-02", "en-GB"), document.Metadata);
    }

    [Fact]
    public void A_page_that_is_the_essay_alone_is_read_whole()
    {
        var document = Read.Document("essay.htm", """
            <title>On quays</title><h1>On quays</h1><p>Short.</p><p>A quay is a <em>public</em> good&nbsp;&amp; a duty.
            So&shy;cial.</p><blockquote><p>“Lost,”</p><blockquote>he said.</blockquote></blockquote>
            <ul><li>Berths<ul><li>Yachts</ul><li><p>Cranes</p><p>and more</p></ul>
            <table><tr><th>Year<th>Income<tr><td><p>2023</p><td>3.9<br>million</table>
            <dl><dt>Quay<dd>A wall.</dl><pre>one
            two</pre>
            """);

        Assert.Equal(
            [
                "Heading 1: On quays", "Paragraph: Short.", "Paragraph: A quay is a public good\u00A0& a duty. Social.",
                "Quotation 1: “Lost,”", "Quotation 2: he said.",
                "ListItem 1: Berths", "ListItem 2: Yachts", "ListItem 1: Cranes", "ListItem 1: and more",
                "Paragraph: Year | Income", "Paragraph: 2023 | 3.9 million", "Paragraph: Quay", "Paragraph: A wall.", "Paragraph: one two",
            ],
            Read.Blocks(document));
    }

    [Fact]
    public void A_page_of_unnamed_parts_gives_its_article_too()
    {
        var document = Read.Document("post.html", $"""
            <!doctype html><html><head><title>Keep the harbour « Shore Notes</title></head><body><div id="page">
            <div id="masthead"><h1><a href="/">Shore Notes</a></h1><div class="main-menu"><a href="/about">About</a> <a href="/archive">Archive</a></div></div>
            <div class="post"><h2>Keep the harbour</h2><div class="meta">Posted on <time datetime="2024-05-02">May 2</time> by <span class="author"><a rel="author" href="/mara">Mara Lindqvist</a></span></div>
            <div class="entry"><p>{Sentence}</p><h3>Then</h3><p>{Sentence}</p><p>{Sentence}</p>
            <div class="sharing"><h3>Share this:</h3><ul><li><a href="?x">X</a></li></ul></div></div></div>
            <div id="respond"><h3>2 thoughts</h3><ol class="commentlist"><li>Great post, thank you for it, I learned a lot, truly.</li></ol></div>
            <div id="footer">Proudly powered</div></div></body></html>
            """);

        Assert.Equal(["Heading 2: Keep the harbour", $"Paragraph: {Sentence}", "Heading 3: Then", $"Paragraph: {Sentence}", $"Paragraph: {Sentence}"], Read.Blocks(document));
        Assert.Equal(("Keep the harbour", "Mara Lindqvist"), (document.Metadata.Title, document.Metadata.Author));
    }

    [Fact]
    public void An_article_of_an_encyclopaedia_is_read_without_its_boxes()
    {
        var document = Read.Document("harbour.html", $"""
            <html lang="en"><head><title>Harbour of Lindhamn - Encyclopaedia</title></head><body><div><header><a href="/">Encyclopaedia</a></header><main><h1>Harbour of Lindhamn</h1>
            <div id="siteSub">From the free encyclopaedia</div><table class="infobox"><tr><th>Berths</th><td>40</td></tr></table>
            <p>{Sentence}<sup class="reference"><a href="#n1">[1]</a></sup></p><div id="toc" role="navigation"><ul><li><a href="#History">1 History</a></li></ul></div>
            <h2><span id="History">History</span><span class="mw-editsection">[<a href="/edit">edit</a>]</span></h2><p>{Sentence}</p>
            </main><footer>Under a licence.</footer></div></body></html>
            """);

        Assert.Equal(["Heading 1: Harbour of Lindhamn", $"Paragraph: {Sentence}", "Heading 2: History", $"Paragraph: {Sentence}"], Read.Blocks(document));
    }

    [Fact]
    public void A_page_that_Word_saved_has_its_title_list_quotation_and_notes()
    {
        var document = Read.Document("essay.htm", """
            <html xmlns:o="urn:schemas-microsoft-com:office:office" xmlns="http://www.w3.org/TR/REC-html40"><head><title>Keep it</title>
            <!--[if gte mso 9]><xml><o:DocumentProperties><o:Author>Mara</o:Author></o:DocumentProperties></xml><![endif]--></head><body lang=EN-GB><div class=WordSection1>
            <p class=MsoTitle>Keep it<o:p></o:p></p><p class=MsoNormal><span lang=EN-GB>It pays.<a href="#_ftn1" name="_ftnref1"><span class=MsoFootnoteReference><![if !supportFootnotes]>[1]<![endif]></span></a> Still.<o:p></o:p></span></p>
            <p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level2 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·<span>&nbsp; </span></span><![endif]>Rents</p>
            <p class=MsoQuote>Lost.</p></div><div style='mso-element:footnote-list'><br clear=all><hr><div style='mso-element:footnote' id=ftn1>
            <p class=MsoFootnoteText><a href="#_ftnref1" name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> The accounts.</p></div></div></body></html>
            """);

        Assert.Equal(["Heading 1: Keep it", "Paragraph: It pays. Still.", "ListItem 2: Rents", "Quotation 1: Lost.", "Paragraph: The accounts."], Read.Blocks(document));
    }

    [Fact]
    public void What_is_hidden_is_not_read()
    {
        var document = Read.Document("essay.html", """
            <p>Seen<script>var x = "<p>script</p>";</script><style>p { }</style><noscript>no script</noscript><template><p>template</p></template>
            <span hidden>hidden</span><span style="color: red; display : none">styled</span><span aria-hidden="true">aria</span>
            <span class="sr-only">for readers of screens</span><!-- comment -->.</p><svg><text>picture</text></svg><select><option>choice</select>
            <p>Water<sup>2</sup> boils<sup><a href="#n1">1</a></sup>.<a href="#n2" role="doc-noteref">2</a></p><p id="n1">The note. <a href="#r1">↩</a></p>
            """);

        Assert.Equal("Seen .\n\nWater2 boils.\n\nThe note.", document.Text);
    }

    [Theory]
    [InlineData("See table <a href='#tab-1'>1</a>.", "See table 1.")]
    [InlineData("In chapters <a href='#chapter-2'>2</a> and <a href='#reform'>3</a>.", "In chapters 2 and 3.")]
    [InlineData("It pays.<a href='#fn1'>1</a>", "It pays.")]
    [InlineData("It pays.<a href='#cite_note-3'>3</a>", "It pays.")]
    [InlineData("It pays.<a href='#sdfootnote1sym'>1</a>", "It pays.")]
    [InlineData("It pays.<a href='#x1' style='vertical-align: super'>1</a>", "It pays.")]
    [InlineData("It pays.<a href='#x1' class='footnote'>1</a>", "It pays.")]
    [InlineData("It pays.<a href='#x1' id='y1'>1</a></p><p id='x1'><a href='#y1'>1</a> The accounts.", "It pays.\n\nThe accounts.")]
    [InlineData("rose to 5 <a id='y1' href='#x1'>1</a></p><ol><li id='x1'><p>Source. <a href='#y1'>↩</a></p></li></ol><p>", "rose to 5\n\nSource.")]
    [InlineData("rose to 5<a href='#x1'>1</a>", "rose to 5")]
    [InlineData("“It <em>pays</em>,”<a href='#x1'>1</a> or it <b>does</b><a href='#x2'>2</a> not", "“It pays,” or it does not")]
    [InlineData("See Fig.<a href='#x1'>3</a> and John 3:<a href='#x2'>16</a> at 1,<a href='#x3'>2</a>", "See Fig.3 and John 3:16 at 1,2")]
    [InlineData("<a href='#x1'>1</a><a href='#x2'>2</a>", "12")]
    [InlineData("见表<a href='#x1'>1</a>", "见表1")]
    [InlineData("<div id='top'><p>In chapter <a href='#x3'>3</a>.</p><div id='x3'><p><a href='#top'>Top</a></p></div></div>", "In chapter 3.\n\nTop")]
    [InlineData("It pays.<a href='#x1'>[1]</a><a href='#x2'>*</a>", "It pays.")]
    public void A_number_with_a_link_is_a_mark_only_where_the_page_says_so(string markup, string text) =>
        Assert.Equal(text, Read.Text("essay.html", Encoding.UTF8.GetBytes($"<meta charset=utf-8><p>{markup}</p>")));

    [Fact]
    public void Line_breaks_divide_paragraphs_where_nothing_else_does()
    {
        var document = Read.Document("old.html", "<body><font>First line<br>goes on.<br><br>Second<BR> <br>Third</font></body>");

        Assert.Equal(["Paragraph: First line goes on.", "Paragraph: Second", "Paragraph: Third"], Read.Blocks(document));
    }

    [Theory]
    [InlineData("windows-1251", """<meta http-equiv="Content-Type" content="text/html; charset=windows-1251">""")]
    [InlineData("koi8-r", """<meta charset="KOI8-R">""")]
    [InlineData("utf-16", "")]
    [InlineData("windows-1251", "")]
    [InlineData("koi8-r", "")]
    [InlineData("utf-8", "")]
    [InlineData("utf-8", """<meta charset="windows-1251">""")]
    public void Russian_pages_of_every_encoding_read_alike(string encoding, string declaration) =>
        Assert.Equal("Порт принадлежит городу, и продавать его нельзя: кто платит, тот и решает.", ReadEncoded(
            encoding, declaration, "Порт принадлежит городу, и продавать его нельзя: кто платит, тот и решает."));

    [Fact]
    public void A_page_that_only_seems_to_declare_an_encoding_is_read_without()
    {
        var head = string.Concat(Enumerable.Repeat("<meta charset= ", 250)) + new string(' ', 4_000) + ">";

        Assert.Equal("The port belongs to the town.", Read.Text("essay.html", Encoding.UTF8.GetBytes($"<!--{head}--><p>The port belongs to the town.</p>")));
    }

    [Theory]
    [InlineData("gb18030", """<meta charset="gb2312">""")]
    [InlineData("gb18030", """<?xml version="1.0" encoding="GBK"?>""")]
    [InlineData("gb18030", "")]
    [InlineData("big5", """<meta charset=big5>""")]
    [InlineData("utf-16BE", "")]
    public void Chinese_pages_of_every_encoding_read_alike(string encoding, string declaration) =>
        Assert.Equal("港口是我的城市的一部分,不可出售。人在,港口就在。", ReadEncoded(encoding, declaration, "港口是我的城市的一部分,不可出售。人在,港口就在。"));

    [Theory]
    [InlineData("windows-1252", "Le café célèbre du quai est fermé à présent, déjà très aimé des élèves.")]
    [InlineData("iso-8859-1", "Die Straße führt über die Brücke, schön und für alle zugänglich, später auch größer.")]
    public void Western_letters_are_not_taken_for_Cyrillic_ones(string encoding, string text) =>
        Assert.Equal(text, ReadEncoded(encoding, "", text));

    [Fact]
    public void XHTML_may_close_what_HTML_would_leave_open()
    {
        var document = Read.Document("page.xhtml", """
            <?xml version="1.0" encoding="UTF-8"?>
            <!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
            <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="de"><head><title>Kai</title><script src="a.js"/></head>
            <body><a id="top"/><p>Der Hafen<br/>zahlt.</p><div class="empty"/><p>Er bleibt.</p></body></html>
            """);

        Assert.Equal("Der Hafen zahlt.\n\nEr bleibt.", document.Text);
        Assert.Equal("de", document.Metadata.Language);
    }

    [Theory]
    [InlineData("""<meta property="og:title" content="Quays &amp;amp; cranes | The Paper"><meta property="og:site_name" content="The Paper"><p>x""", "Quays & cranes")]
    [InlineData("<title>Quays - The Paper</title><h1>Quays</h1><p>x", "Quays")]
    [InlineData("<title>index.html</title><h1>Quays</h1><p>x", "Quays")]
    [InlineData("<p>x", "My page")]
    public void The_title_is_without_the_name_of_the_site(string markup, string title) =>
        Assert.Equal(title, Read.Document("my-page.html", markup).Metadata.Title);

    [Theory]
    [InlineData("""<meta name="citation_author" content="Li Wei"><meta name="citation_author" content="Ana Petrova"><meta name="citation_publication_date" content="2024/5/2">""", "Li Wei, Ana Petrova", "2024-05-02")]
    [InlineData("""<meta name="author" content="https://example.org/me"><span class="byline">By <b>Li Wei</b></span><time pubdate datetime="2024-05">May</time>""", "Li Wei", "2024-05")]
    [InlineData("""<meta name="author" content="admin"><meta name="date" content="2 May 2024">""", null, "2024-05-02")]
    [InlineData("""<meta name="date" content="May 2024">""", null, "2024-05")]
    [InlineData("""<meta name="date" content="5/2024">""", null, "2024-05")]
    [InlineData("""<meta name="date" content="05.03.2024">""", null, "2024-03-05")]
    [InlineData("""<meta name="date" content="31.3.2024, 10:30">""", null, "2024-03-31")]
    [InlineData("""<meta name="date" content="31.4.2024">""", null, "31.4.2024")]
    [InlineData("""<meta name="date" content="05/03/2024">""", null, "05/03/2024")]
    [InlineData("""<meta name="date" content="05/13/2024">""", null, "2024-05-13")]
    [InlineData("""<meta name="date" content="13/05/2024">""", null, "2024-05-13")]
    [InlineData("""<meta name="date" content="12 March">""", null, null)]
    [InlineData("""<meta name="date" content="10:30">""", null, null)]
    [InlineData("""<meta name="date" content="2 мая 2024 г.">""", null, "2 мая 2024 г.")]
    [InlineData("""<script type="application/ld+json">{"@graph":[{"@type":"WebSite"},{"@type":["NewsArticle"],"author":{"name":"Li Wei"},"datePublished":"2024-05-02T23:30:00-08:00"}]}</script>""", "Li Wei", "2024-05-02")]
    [InlineData("""<script type="application/ld+json">{"@type":"NewsArticle",broken</script>""", null, null)]
    public void Author_and_day_come_from_where_pages_say_them(string head, string? author, string? published)
    {
        var metadata = Read.Document("page.html", head + "<p>Text.").Metadata;

        Assert.Equal((author, published), (metadata.Author, metadata.Published));
    }

    private static string ReadEncoded(string encoding, string declaration, string text)
    {
        var encoder = CodePagesEncodingProvider.Instance.GetEncoding(encoding) ?? Encoding.GetEncoding(encoding);
        return Read.Text("page.html", [.. encoder.GetPreamble(), .. encoder.GetBytes($"{declaration}<html><body><p>{text}</p></body></html>")]);
    }
}
