namespace RussiaChinaAnalysis.Arguments.Tests.Reading.Html;

/// <summary>A page as newspapers have them: more around the article than in it.</summary>
internal static class NewspaperPage
{
    private static readonly string Links = string.Concat(Enumerable.Range(1, 30).Select(number =>
        $"""<li class="teaser"><a href="/story-{number}"><img src="{number}.jpg" alt=""><h3>Another story number {number} that readers like</h3></a><p>A summary of the other story, long enough to look like a paragraph.</p></li>"""));

    public static string Markup { get; } = $$"""
        <!DOCTYPE html>
        <html lang="en-GB"><head><meta charset="utf-8"><title>Why the harbour should stay public | Opinion | The Harbour Post</title>
        <meta property="og:site_name" content="The Harbour Post"><meta property="og:title" content="Why the harbour should stay public">
        <meta property="og:description" content="The city wants to sell.">
        <script type="application/ld+json">{"@context":"https://schema.org","@type":"OpinionNewsArticle","headline":"Why the harbour should stay public","datePublished":"2024-05-02T06:00:00+01:00","author":[{"@type":"Person","name":"Mara Lindqvist"},{"@type":"Person","name":"Jón Berg"}],"publisher":{"name":"The Harbour Post"} }</script>
        <script>window.dataLayer = [];</script></head>
        <body>
        <div class="cookie-banner" role="dialog"><p>We and our 842 partners use cookies to make your visit more personal. Do you accept all of them, now and for ever?</p><button>Accept</button></div>
        <header class="masthead"><a href="/">The Harbour Post</a><nav><ul><li><a href="/news">News</a></li><li><a href="/opinion">Opinion</a></li><li><a href="/sport">Sport</a></li></ul></nav></header>
        <div id="content"><div class="row"><main><article class="story">
        <header><p class="kicker"><a href="/opinion">Opinion</a></p><h1>Why the harbour should stay public</h1>
        <div class="share"><a href="#fb">Share on Facebook</a> <a href="#x">Share on X</a></div></header>
        <div class="story-body">
        <p>The city council wants to sell the harbour. It should not, because the rents from its berths pay for the ferries that nobody else would run, and because a city that gives up its shore has given up the means to decide what is built on it.</p>
        <div class="ad-slot advertisement"><p>Advertisement</p><iframe src="https://ads.example"></iframe></div>
        <h2>The money</h2>
        <p>Last year the harbour earned 4.2 million, as the city’s own <a href="https://example.org/accounts">accounts</a> show.<sup><a href="#fn1" id="r1">1</a></sup> A private owner would have to earn that much before the first krona of profit, and could do so only by raising the rents of those who have nowhere else to go.</p>
        <figure><img src="quay.jpg" alt="The quay"><figcaption>The northern quay, which was repaired in 2019.</figcaption></figure>
        <p>Critics say that a private owner would run it better. In Sandvik, where the port was sold in 2009, fees doubled within four years, the ferry was cut to two crossings a day, and the dredging was left to the taxpayer all the same.</p>
        <aside class="related"><h3>Read more</h3><ul><li><a href="/a">The mayor answers</a></li><li><a href="/b">What Sandvik teaches</a></li></ul></aside>
        <blockquote><p>“A harbour sold is a harbour lost,” the old harbour master used to say to everyone who asked him about it.</p></blockquote>
        <h2>What should be done</h2>
        <p>The council should do three things, and it should do them before the summer, while the lease of the cranes can still be renewed:</p>
        <ul><li>keep the land and lease the berths for ten years at most,</li><li>repair the southern quay with the rents of the northern one,</li><li>publish the accounts every quarter.</li></ul>
        <p>In the end the question is who should own the shore. Those who live on it have the best claim, and they have never been asked.</p>
        </div>
        <section class="footnotes"><ol><li id="fn1">City of Lindhamn, Annual accounts 2023, page 14. <a href="#r1">↩</a></li></ol></section>
        </article></main>
        <div class="sidebar"><h2>Most read</h2><ul>{{Links}}</ul></div></div></div>
        <section id="comments" class="comments"><h2>312 comments</h2><div class="comment"><p>harbour_fan: I could not disagree more with this article, and here is a long reason for it, with many commas, and many words, and no end.</p></div>
        <div class="comment"><p>quaysider: Sell it, sell it today, sell the ferries too, and let us be done with the whole business, once and for all.</p></div></section>
        <footer><p>© The Harbour Post. All rights reserved.</p><ul><li><a href="/about">About us</a></li><li><a href="/privacy">Privacy</a></li></ul></footer>
        </body></html>
        """;

    public static string[] Blocks { get; } =
    [
        "Heading 1: Why the harbour should stay public",
        "Paragraph: The city council wants to sell the harbour. It should not, because the rents from its berths pay for the ferries that nobody else would run, and because a city that gives up its shore has given up the means to decide what is built on it.",
        "Heading 2: The money",
        "Paragraph: Last year the harbour earned 4.2 million, as the city’s own accounts show. A private owner would have to earn that much before the first krona of profit, and could do so only by raising the rents of those who have nowhere else to go.",
        "Paragraph: The northern quay, which was repaired in 2019.",
        "Paragraph: Critics say that a private owner would run it better. In Sandvik, where the port was sold in 2009, fees doubled within four years, the ferry was cut to two crossings a day, and the dredging was left to the taxpayer all the same.",
        "Quotation 1: “A harbour sold is a harbour lost,” the old harbour master used to say to everyone who asked him about it.",
        "Heading 2: What should be done",
        "Paragraph: The council should do three things, and it should do them before the summer, while the lease of the cranes can still be renewed:",
        "ListItem 1: keep the land and lease the berths for ten years at most,",
        "ListItem 1: repair the southern quay with the rents of the northern one,",
        "ListItem 1: publish the accounts every quarter.",
        "Paragraph: In the end the question is who should own the shore. Those who live on it have the best claim, and they have never been asked.",
        "ListItem 1: City of Lindhamn, Annual accounts 2023, page 14.",
    ];
}
