using System.Text;

namespace RussiaChinaAnalysis.Fuzz.Samples;

internal static class HtmlSamples
{
    private const string Paragraph =
        "<p>The city wants to <b>sell</b> the harbour. It should not, because its rents pay for the ferries that nobody else would run, " +
        "and because a city that gives up its shore has given up the means to decide what is built on it.</p>";

    private static readonly string Teasers = string.Concat(Enumerable.Range(1, 12).Select(number =>
        $"<li class=teaser><a href=/{number}><h3>Another story {number}</h3></a><p>Its summary, with commas, for those who want more.</p></li>"));

    /// <summary>An article among the parts of a site, with all that says who wrote it and when.</summary>
    public static byte[] OfSite() => Encoding.UTF8.GetBytes($$"""
        <!DOCTYPE html><html lang="en"><head><meta charset="utf-8"><title>Why the harbour should stay public - The Post</title>
        <meta name="author" content="Mara Lindqvist"><meta property="article:published_time" content="2024-05-02T06:00:00Z">
        <script type="application/ld+json">{"@graph":[{"@type":"NewsArticle","headline":"Harbour","author":[{"name":"Mara Lindqvist"}]}]}</script><style>p{color:red}</style></head>
        <body><nav><ul><li><a href="/">Home</a></li></ul></nav><main><article><h1>Why the harbour should stay public</h1>{{Paragraph}}{{Paragraph}}
        <h2>The money</h2>{{Paragraph}}<figure><img src=a><figcaption>The quay.</figcaption></figure><p>It earns<sup><a href="#n">1</a></sup> well.<br><br>Still.</p>
        <ul><li>Berths brought 3.1 million.<ol><li>Yachts paid most of it.</li></ol></li></ul><aside><p>Read more</p></aside>
        <blockquote><p>A harbour sold &amp; a harbour lost.</p></blockquote><section class="footnotes"><p id="n">See the accounts. <a href="#r">↩</a></p></section></article></main>
        <div class="sidebar"><ul>{{Teasers}}</ul></div><section id="comments"><p>Sell it, sell it, sell it today.</p></section><footer>All rights reserved</footer></body></html>
        """);

    public static byte[] EssayAlone() => Encoding.UTF8.GetBytes("""
        <h1>On quays</h1><p>A quay is a <em>public</em> good&nbsp;&amp; a <q>duty</q>.<blockquote>Lost<blockquote>he said</blockquote></blockquote>
        <ul><li>Berths<ul><li>Yachts</ul><li><p>Cranes</ul><table><tr><th>Year<th>Income<tr><td><p>2023</p><td>3.9</table><dl><dt>Quay<dd>A wall.</dl><pre>one
        two</pre><p hidden>No</p><p style="display:none">No</p><p>Порт принадлежит городу.<br>港口属于城市。</p>
        """);

    /// <summary>XHTML in an encoding of its time.</summary>
    public static byte[] OldEncoding() => CodePagesEncodingProvider.Instance.GetEncoding(1251)!.GetBytes("""
        <?xml version="1.0" encoding="windows-1251"?><!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.0 Strict//EN" "http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd">
        <html xmlns="http://www.w3.org/1999/xhtml" xml:lang="ru"><head><title>Порт</title><script src="a.js"/></head>
        <body><a id="top"/><font><p>Порт принадлежит городу, и продавать его нельзя.<br/>Кто платит, тот и решает.</p></font></body></html>
        """);
}
