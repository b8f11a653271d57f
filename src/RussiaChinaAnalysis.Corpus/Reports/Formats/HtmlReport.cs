using System.Globalization;
using System.Net;
using System.Text;
using RussiaChinaAnalysis.Corpus.Files;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Reports.Figures;
using RussiaChinaAnalysis.Corpus.Reports.Prose;
using RussiaChinaAnalysis.Corpus.Reports.Verify;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats;

/// <summary>One page that needs nothing beside it: style and pictures are in it, nothing is loaded, nothing runs.</summary>
internal sealed class HtmlReport : IReportFormat
{
    private const string Style = """
        :root{color-scheme:light dark;--ink:#1b1f24;--quiet:#59616b;--rule:#c9ced4;--paper:#fff;--claim:#33479f;--evidence:#0c6a55;--against:#a12c2c;--new:#8a5a00}
        @media (prefers-color-scheme:dark){:root{--ink:#e8eaed;--quiet:#a9b1ba;--rule:#454c54;--paper:#16191d;--claim:#8ab4f2;--evidence:#7fd1ae;--against:#f0907f;--new:#e0b35a}svg.drawing{background:#fff}}
        *{box-sizing:border-box}
        body{margin:0 auto;max-width:46rem;padding:2rem 1.25rem 4rem;background:var(--paper);color:var(--ink);font:1.0625rem/1.55 Georgia,"Source Serif 4",serif;overflow-wrap:anywhere}
        h1,h2,h3{line-height:1.2;text-wrap:balance}h1{font-size:2rem;margin:0 0 .4rem}h2{margin:2.5rem 0 1rem;padding-top:.6rem;border-top:1px solid var(--ink)}
        a{color:inherit}.byline{margin:0}.coverage,.labels,.place{color:var(--quiet);font-size:.9rem}.coverage{margin:.2rem 0 1.5rem}
        nav ol{padding-left:1.4rem}
        .item{margin:1.4rem 0;padding-left:1rem;border-left:3px solid var(--claim)}.item.rejected{border-left:3px dashed var(--quiet)}.item blockquote{margin:0;font-size:1.1rem}.labels{margin:.2rem 0 0}
        .mark{font:600 .8rem/1 sans-serif;color:var(--new);border:1px solid;border-radius:3px;padding:.1rem .35rem;margin-right:.4rem}
        ul.links{list-style:none;margin:.5rem 0 0;padding:0}ul.links li{margin:.35rem 0;padding-left:.9rem;border-left:2px solid var(--evidence)}ul.links li.against{border-left:2px dashed var(--against)}
        .does{font-weight:600}.notes{margin:.6rem 0 0;padding:.5rem .8rem;border:1px solid var(--rule)}.notes p{margin:.2rem 0}
        figure{margin:1.5rem calc(50% - min(50vw - 1.25rem,38rem));overflow-x:auto}figcaption{font-weight:600;margin-bottom:.5rem}svg.drawing{max-width:none;display:block;margin:0 auto}figcaption{text-align:center}figure details{max-width:46rem;margin:.8rem auto 0}
        ol.references{padding-left:2.2rem}ol.references li{margin:.5rem 0}ol.references li:target,.item:target{background:color-mix(in srgb,var(--new),transparent 80%)}
        @page{margin:2cm}@media print{body{max-width:none;padding:0;font-size:10.5pt}figure{margin:1rem 0}.item,ol.references li,figure{break-inside:avoid}h2,h3,.does,figcaption{break-after:avoid}svg.drawing{max-width:100%;max-height:22cm;height:auto}}
        """;

    public FormatDescription Description { get; } = new("html", "HTML", ".html", "text/html", "reading without a network, and printing");

    public void Write(ReportContent content, Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        var steps = new ReportSteps(progress, cancellation);
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine("<!DOCTYPE html>\n<html lang=\"en\">\n<head>\n<meta charset=\"utf-8\">");
        writer.WriteLine("<meta http-equiv=\"Content-Security-Policy\" content=\"default-src 'none'; style-src 'unsafe-inline'\">");
        writer.WriteLine("<meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">");
        writer.WriteLine($"<title>{E(content.Title)}</title>\n<style>\n{Style.ReplaceLineEndings("\n")}\n</style>\n</head>\n<body>\n<main>");
        WriteHead(writer, content);
        for (var number = 0; number < content.Sections.Count; number++)
        {
            var section = content.Sections[number];
            writer.WriteLine(Invariant($"<section aria-labelledby=\"section-{number + 1}\">\n<h2 id=\"section-{number + 1}\">{E(section.Title)}</h2>"));
            foreach (var item in section.Items)
            {
                WriteItem(writer, content, item);
                steps.Next();
            }

            writer.WriteLine("</section>");
        }

        WriteFigures(writer, content);
        WriteRemoved(writer, content);
        WriteReferences(writer, content);
        writer.WriteLine("</main>");
        writer.WriteLine(ReferenceData.Script(content));
        writer.WriteLine("</body>\n</html>");
    }

    private static void WriteHead(StreamWriter writer, ReportContent content)
    {
        writer.WriteLine($"<header>\n<h1>{E(content.Title)}</h1>");
        if (content.Authors.Count > 0)
            writer.WriteLine($"<p class=\"byline\">{E(ReportWords.Byline(content))}</p>");
        writer.WriteLine($"<p class=\"coverage\">{E(ReportWords.Coverage(content))}</p>");
        writer.Write(ProseHtml.Of(ProseReader.Read(content.Summary), headingLevel: 2));
        writer.WriteLine("</header>");
        if (content.Sections.Count < 2)
            return;
        writer.WriteLine($"<nav aria-labelledby=\"contents\">\n<h2 id=\"contents\">{ReportWords.Contents}</h2>\n<ol>");
        for (var number = 0; number < content.Sections.Count; number++)
            writer.WriteLine(Invariant($"<li><a href=\"#section-{number + 1}\">{E(content.Sections[number].Title)}</a></li>"));
        writer.WriteLine("</ol>\n</nav>");
    }

    private static void WriteItem(StreamWriter writer, ReportContent content, ReportItem item)
    {
        var reference = content.Reference(item.Reference);
        writer.WriteLine($"<article class=\"item{(reference.Status == Status.Rejected ? " rejected" : "")}\">");
        writer.WriteLine($"<blockquote>{string.Concat(ReportWords.Marks(item, reference).Select(Mark))}{E(reference.Quote)} {Cite(item.Reference)}</blockquote>");
        writer.WriteLine($"<p class=\"labels\">{E(ReportWords.Labels(reference))}{(reference.Themes.Count > 0 ? $" · {E(string.Join(", ", reference.Themes))}" : "")}</p>");
        if (item.Evidence.Count + item.Counter.Count > 0)
        {
            writer.WriteLine("<ul class=\"links\">");
            foreach (var link in item.Evidence.Concat(item.Counter))
            {
                var other = content.Reference(link.Reference);
                writer.Write($"<li{(item.Counter.Contains(link) ? " class=\"against\"" : "")}><span class=\"does\">{ReportWords.Does(link)}</span> {E(other.Quote)} {Cite(link.Reference)} <span class=\"labels\">{E(ReportWords.Labels(other))}</span>");
                WriteNotes(writer, link.Notes ?? []);
                writer.WriteLine("</li>");
            }

            writer.WriteLine("</ul>");
        }

        WriteNotes(writer, item.Notes);
        writer.WriteLine("</article>");
    }

    private static void WriteNotes(StreamWriter writer, IReadOnlyList<ReportNote> notes)
    {
        if (notes.Count == 0)
            return;
        writer.WriteLine("<div class=\"notes\">");
        foreach (var note in notes)
            WriteNote(writer, note);
        writer.WriteLine("</div>");
    }

    private static void WriteNote(StreamWriter writer, ReportNote note)
    {
        writer.WriteLine($"<p><strong>{E(note.Author)}</strong>, {E(ReportWords.Day(note.At))}{(note.IsResolved ? ", resolved" : "")}</p>");
        writer.Write(ProseHtml.Of(ProseReader.Read(note.Body), headingLevel: 4));
        WriteNotes(writer, note.Replies);
    }

    private static void WriteFigures(StreamWriter writer, ReportContent content)
    {
        var drawings = ReportWords.Drawings(content);
        if (drawings.Count == 0)
            return;
        writer.WriteLine($"<section aria-labelledby=\"figures\">\n<h2 id=\"figures\">{ReportWords.Figures}</h2>");
        for (var number = 0; number < drawings.Count; number++)
        {
            writer.WriteLine($"<figure>\n<figcaption>{E(drawings[number].Drawing.Title)}</figcaption>");
            writer.WriteLine(new SvgWriter(Invariant($"figure-{number + 1}"), hasClasses: false).Write(drawings[number].Drawing));
            if (drawings[number].Outlined is { } map)
                WriteOutline(writer, content, map);
            writer.WriteLine("</figure>");
        }

        writer.WriteLine("</section>");
    }

    private static void WriteOutline(StreamWriter writer, ReportContent content, ReportMap map)
    {
        writer.WriteLine("<details>\n<summary>The same as an outline</summary>");
        var depth = -1;
        foreach (var line in ReportWords.Outline(content, map))
        {
            if (line.Depth > depth)
            {
                writer.Write("<ul><li>");
            }
            else
            {
                for (; depth > line.Depth; depth--)
                    writer.Write("</li></ul>");
                writer.Write("</li><li>");
            }

            depth = line.Depth;
            writer.Write($"{(line.Kind is { } kind ? $"{ReportWords.Does(kind)}: " : "")}{E(line.Node.Quote)} {Cite(line.Node.Id)}");
        }

        for (; depth >= 0; depth--)
            writer.Write("</li></ul>");
        writer.WriteLine("</details>");
    }

    private static void WriteRemoved(StreamWriter writer, ReportContent content)
    {
        if (content.Removed.Count == 0)
            return;
        writer.WriteLine($"<section aria-labelledby=\"removed\">\n<h2 id=\"removed\">{ReportWords.Removed}</h2>\n<ul>");
        foreach (var quote in content.Removed)
            writer.WriteLine($"<li>{E(quote)}</li>");
        writer.WriteLine("</ul>\n</section>");
    }

    private static void WriteReferences(StreamWriter writer, ReportContent content)
    {
        writer.WriteLine($"<section aria-labelledby=\"references\">\n<h2 id=\"references\">{ReportWords.References}</h2>");
        foreach (var group in content.References.GroupBy(content.DocumentOf))
        {
            writer.WriteLine($"<h3>{E(ReportWords.Source(group.Key))}</h3>\n<p class=\"place\">{E(ReportWords.Edition(group.Key))}</p>\n<ol class=\"references\">");
            foreach (var reference in group)
                writer.WriteLine(Invariant($"<li id=\"ref-{reference.Number}\" value=\"{reference.Number}\">“{E(reference.Quote)}” <span class=\"place\">{E(ReportWords.Characters(reference))}</span></li>"));
            writer.WriteLine("</ol>");
        }

        writer.WriteLine("</section>");
    }

    private static string Mark(string mark) => $"<span class=\"mark\">{mark}</span>";

    private static string Cite(int number) => Invariant($"<a href=\"#ref-{number}\">[{number}]</a>");

    private static string E(string text) => WebUtility.HtmlEncode(text);

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
