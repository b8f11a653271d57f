using System.Globalization;
using System.Text;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Files;

namespace RussiaChinaAnalysis.Corpus.Interchange.Argdown;

/// <summary>Each document a heading, each passage a statement with its labels as tags, below it what bears on it.</summary>
internal sealed class ArgdownWriter : IInterchangeFormat
{
    /// <summary>What Argdown could take for markup in the middle of a line.</summary>
    private const string Special = @"\[]<>#@{}*_:|/`()";

    public FormatDescription Description { get; } =
        new("argdown", "Argdown", ".argdown", "text/plain", "argument maps that are written and read as text");

    public bool KeepsRejected => false;

    public async Task WriteAsync(InterchangeCorpus corpus, Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        await using var writer = new StreamWriter(output, new UTF8Encoding(false), leaveOpen: true) { NewLine = "\n" };
        await writer.WriteAsync($"===\ntitle: {Quoted(corpus.Description)}\n===\n");
        var done = 0;
        await foreach (var document in corpus.Documents.WithCancellation(cancellation))
        {
            Write(writer, document, ++done);
            await writer.FlushAsync(cancellation);
            progress.Report(done);
        }
    }

    private static void Write(StreamWriter writer, InterchangeDocument document, int number)
    {
        writer.WriteLine();
        var origin = string.Join(", ", new[] { document.Author, document.Published }.OfType<string>().Select(Escape));
        writer.WriteLine($"# {Escape(document.Title)}{(origin.Length > 0 ? $" ({origin})" : "")}");
        var bearing = document.Relations.Where(relation => relation.To is not null).ToLookup(relation => relation.To!.Value);
        var restated = document.Relations.Where(relation => relation.Kind == RelationKind.Restates).ToLookup(relation => relation.From);
        foreach (var passage in document.Passages)
        {
            writer.WriteLine();
            writer.WriteLine($"[{Name(number, passage.Number)}]: {Escape(passage.Quote)} {string.Join(' ', Tags(passage))}{Data(passage)}");
            foreach (var relation in bearing[passage.Number].Where(relation => relation.Kind != RelationKind.Restates))
                writer.WriteLine($"  {Sign(relation.Kind)} [{Name(number, relation.From)}]");
            foreach (var relation in restated[passage.Number])
                writer.WriteLine($"// restates [{Name(number, relation.To!.Value)}]");
        }
    }

    /// <summary>Statements can't undercut one another in Argdown; what they do is attack.</summary>
    private static char Sign(RelationKind kind) => kind is RelationKind.Supports or RelationKind.Exemplifies ? '+' : '-';

    private static string Name(int document, int passage) =>
        string.Create(CultureInfo.InvariantCulture, $"d{document}p{passage}");

    private static IEnumerable<string> Tags(InterchangePassage passage)
    {
        yield return $"#{LabelWords.Of(passage.Role)}";
        if (passage.IsThesis)
            yield return "#thesis";
        if (passage.EvidenceKind is { } kind)
            yield return $"#{LabelWords.Of(kind)}";
        if (passage.Stance == Stance.Opp)
            yield return "#opposing";
        if (passage.Attribution == AttributionKind.Reported)
            yield return "#reported";
        foreach (var tag in passage.Themes)
            yield return $"#({tag.Slug})";
    }

    /// <summary>Any words may say whose view it is, which a tag cannot hold.</summary>
    private static string Data(InterchangePassage passage) =>
        passage.AttributedTo is { } person ? $" {{attributedTo: {Quoted(person)}}}" : "";

    private static string Escape(string text)
    {
        var escaped = new StringBuilder(text.Length + 8);
        foreach (var character in text)
        {
            if (character is '\n' or '\t')
            {
                escaped.Append(' ');
                continue;
            }

            if (Special.Contains(character, StringComparison.Ordinal))
                escaped.Append('\\');
            escaped.Append(character);
        }

        return escaped.ToString();
    }

    /// <summary>A YAML string, without the braces by which Argdown tells where its data end.</summary>
    private static string Quoted(string text) => string.Concat(
        "\"",
        text.Replace("\\", "\\\\", StringComparison.Ordinal)
            .Replace("\"", "\\\"", StringComparison.Ordinal)
            .Replace("\n", "\\n", StringComparison.Ordinal)
            .Replace("{", "\\x7B", StringComparison.Ordinal)
            .Replace("}", "\\x7D", StringComparison.Ordinal),
        "\"");
}
