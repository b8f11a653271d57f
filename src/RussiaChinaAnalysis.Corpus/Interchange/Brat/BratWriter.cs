using System.Globalization;
using System.Text;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Files;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Interchange.Brat;

/// <summary>For each document its text and, beside it, the annotations by position, counted in Unicode code points.</summary>
internal sealed class BratWriter : IInterchangeFormat
{
    public FormatDescription Description { get; } =
        new("brat", "brat standoff", ".brat.zip", "application/zip", "texts with annotations beside them, for brat and for language processing");

    public bool KeepsRejected => false;

    public async Task WriteAsync(InterchangeCorpus corpus, Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        using var zip = new FixedZip(output);
        await zip.AddAsync("annotation.conf", BratWords.Configuration.ReplaceLineEndings("\n"), cancellation);
        var done = 0;
        await foreach (var document in corpus.Documents.WithCancellation(cancellation))
        {
            var name = FileNames.Of(document, ++done);
            await zip.AddAsync($"{name}.txt", document.Text, cancellation);
            await zip.AddAsync($"{name}.ann", Annotations(document), cancellation);
            progress.Report(done);
        }
    }

    private static string Annotations(InterchangeDocument document)
    {
        var positions = new CodePoints(document.Text);
        var lines = new StringBuilder();
        int attributes = 0, notes = 0;
        foreach (var passage in document.Passages)
        {
            var id = passage.Number;
            Line(lines, $"T{id}\t{passage.Role} {Fragments(passage, positions)}\t{passage.Quote.Replace('\n', ' ').Replace('\t', ' ')}");
            if (passage.IsThesis)
                Line(lines, $"A{++attributes}\t{BratWords.Thesis} T{id}");
            if (passage.EvidenceKind is { } kind)
                Line(lines, $"A{++attributes}\t{BratWords.EvidenceKind} T{id} {LabelWords.Of(kind)}");
            if (passage.Stance == Stance.Opp)
                Line(lines, $"A{++attributes}\t{BratWords.Stance} T{id} {LabelWords.Of(passage.Stance)}");
            if (passage.Attribution == AttributionKind.Reported)
                Line(lines, $"A{++attributes}\t{BratWords.Attribution} T{id} {LabelWords.Of(passage.Attribution)}");
            if (passage.Status == Status.Accepted)
                Line(lines, $"A{++attributes}\t{BratWords.Status} T{id} {LabelWords.Of(passage.Status)}");
            if (passage.Themes.Count > 0)
                Line(lines, $"#{++notes}\t{BratWords.Themes} T{id}\t{string.Join(' ', passage.Themes.Select(tag => tag.Slug))}");
            if (passage.AttributedTo is { } person)
                Line(lines, $"#{++notes}\t{BratWords.AttributedTo} T{id}\t{person.Replace('\n', ' ').Replace('\t', ' ')}");
        }

        foreach (var relation in document.Relations.Where(relation => relation.To is not null))
            Line(lines, $"R{relation.Number}\t{relation.Kind} Arg1:T{relation.From} Arg2:T{relation.To}");
        return lines.ToString();
    }

    /// <summary>A passage that runs over a line end is given in fragments, as brat wants it.</summary>
    private static string Fragments(InterchangePassage passage, CodePoints positions)
    {
        var fragments = new List<string>();
        var start = passage.Span.Start;
        foreach (var line in passage.Quote.Split('\n'))
        {
            if (line.Length > 0)
                fragments.Add(FormattableString.Invariant($"{positions.FromUnit(start)} {positions.FromUnit(start + line.Length)}"));
            start += line.Length + 1;
        }

        return string.Join(';', fragments);
    }

    private static void Line(StringBuilder lines, FormattableString line) =>
        lines.Append(line.ToString(CultureInfo.InvariantCulture)).Append('\n');
}
