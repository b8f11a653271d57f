using System.Text;
using RussiaChinaAnalysis.Corpus.Files;
using RussiaChinaAnalysis.Corpus.Reports.Verify;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats;

/// <summary>CommonMark. What verifying needs stands in a comment at the end, which no reader sees.</summary>
internal sealed class MarkdownReport : IReportFormat
{
    private const string Special = @"\`*_{}[]()<>#+-.!|~";

    public FormatDescription Description { get; } = new("md", "Markdown", ".md", "text/markdown", "wikis, editors and version control");

    public void Write(ReportContent content, Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        var steps = new ReportSteps(progress, cancellation);
        using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        writer.WriteLine($"# {Escape(content.Title)}");
        writer.WriteLine();
        if (content.Authors.Count > 0)
            writer.WriteLine($"{Escape(ReportWords.Byline(content))}  ");
        writer.WriteLine($"*{Escape(ReportWords.Coverage(content))}*");
        writer.WriteLine();
        if (content.Summary.Length > 0)
        {
            writer.WriteLine(content.Summary.ReplaceLineEndings("\n").Trim());
            writer.WriteLine();
        }

        foreach (var section in content.Sections)
        {
            writer.WriteLine($"## {Escape(section.Title)}");
            writer.WriteLine();
            foreach (var item in section.Items)
            {
                WriteItem(writer, content, item);
                steps.Next();
            }
        }

        WriteFigures(writer, content);
        WriteReferences(writer, content);
        writer.WriteLine(ReferenceData.Comment(content));
    }

    private static void WriteItem(StreamWriter writer, ReportContent content, ReportItem item)
    {
        var reference = content.Reference(item.Reference);
        writer.WriteLine($"> {(ReportWords.Marks(item, reference) is { Count: > 0 } marks ? $"**{string.Join(", ", marks)}:** " : "")}{Escape(reference.Quote)} {Cite(item.Reference)}");
        writer.WriteLine();
        writer.WriteLine($"{Escape(ReportWords.Labels(reference))}{(reference.Themes.Count > 0 ? $" · {Escape(string.Join(", ", reference.Themes))}" : "")}");
        writer.WriteLine();
        foreach (var link in item.Evidence.Concat(item.Counter))
        {
            var other = content.Reference(link.Reference);
            writer.WriteLine($"- {ReportWords.Does(link)}: {Escape(other.Quote)} {Cite(link.Reference)} ({Escape(ReportWords.Labels(other))})");
            foreach (var note in link.Notes ?? [])
                WriteNote(writer, note, depth: 1);
        }

        if (item.Evidence.Count + item.Counter.Count > 0)
            writer.WriteLine();
        foreach (var note in item.Notes)
            WriteNote(writer, note, depth: 0);
        if (item.Notes.Count > 0)
            writer.WriteLine();
    }

    private static void WriteNote(StreamWriter writer, ReportNote note, int depth)
    {
        writer.WriteLine($"{new string(' ', 2 * depth)}- **{Escape(note.Author)}**, {ReportWords.Day(note.At)}{(note.IsResolved ? ", resolved" : "")}: {OneLine(note.Body)}");
        foreach (var reply in note.Replies)
            WriteNote(writer, reply, depth + 1);
    }

    private static void WriteFigures(StreamWriter writer, ReportContent content)
    {
        if (content.Charts.Count + content.Maps.Count == 0)
            return;
        writer.WriteLine($"## {ReportWords.Figures}");
        writer.WriteLine();
        foreach (var chart in content.Charts)
        {
            writer.WriteLine($"| {Escape(chart.Title)} | {chart.Unit} |");
            writer.WriteLine("| --- | ---: |");
            foreach (var row in chart.Rows)
                writer.WriteLine(FormattableString.Invariant($"| {Escape(row.Label)} | {row.Count} |"));
            writer.WriteLine();
        }

        foreach (var map in content.Maps)
        {
            writer.WriteLine($"### {Escape(map.Title)}");
            writer.WriteLine();
            foreach (var line in ReportWords.Outline(content, map))
                writer.WriteLine($"{new string(' ', 2 * line.Depth)}- {(line.Kind is { } kind ? $"{ReportWords.Does(kind)}: " : "")}{Escape(line.Node.Quote)} {Cite(line.Node.Id)}");
            writer.WriteLine();
        }
    }

    private static void WriteReferences(StreamWriter writer, ReportContent content)
    {
        if (content.Removed.Count > 0)
        {
            writer.WriteLine($"## {ReportWords.Removed}");
            writer.WriteLine();
            foreach (var quote in content.Removed)
                writer.WriteLine($"- {Escape(quote)}");
            writer.WriteLine();
        }

        writer.WriteLine($"## {ReportWords.References}");
        writer.WriteLine();
        foreach (var reference in content.References)
            writer.WriteLine(ReferenceLine(content.DocumentOf(reference), reference));
        writer.WriteLine();
    }

    private static string Cite(int number) => FormattableString.Invariant($"[\\[{number}\\]](#ref-{number})");

    /// <summary>What the list of references says of one of them.</summary>
    internal static string ReferenceLine(ReportDocument document, ReportReference reference) => FormattableString.Invariant(
        $"{reference.Number}. <a id=\"ref-{reference.Number}\"></a>“{Escape(reference.Quote)}” {Escape(ReportWords.Source(document))}, {Escape(ReportWords.Place(document, reference))}");

    private static string OneLine(string text) => text.ReplaceLineEndings(" ").Trim();

    internal static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text.ReplaceLineEndings(" "))
        {
            if (Special.Contains(character, StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(character);
        }

        return escaped.ToString();
    }
}
