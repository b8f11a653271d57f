using CsvHelper;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Files;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Interchange.Tables;

/// <summary>One row for each passage, for spreadsheets and statistics (RFC 4180).</summary>
internal sealed class PassageTableWriter : IInterchangeFormat
{
    private static readonly string[] Header =
    [
        "document", "author", "published", "version", "contentHash", "passage", "start", "end", "text", "role", "thesis", "evidenceKind",
        "attribution", "attributedTo", "stance", "confidence", "origin", "status", "themes", "supports", "rebuts", "undercuts", "exemplifies", "restates",
    ];

    /// <summary>A text that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
    private static readonly CsvWriterOptions Form = new() { Injection = CsvInjection.Escape };

    public FormatDescription Description { get; } =
        new("csv", "CSV", ".csv", "text/csv", "a table of the passages for spreadsheets and statistics");

    public bool KeepsRejected => true;

    public async Task WriteAsync(InterchangeCorpus corpus, Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(output, Form, leaveOpen: true);
        csv.WriteHeader(Header);
        var done = 0;
        await foreach (var document in corpus.Documents.WithCancellation(cancellation))
        {
            // A rejected passage says so in its row; the columns of relations have no place for that.
            var outgoing = document.Relations.Where(relation => relation.To is not null && relation.Status != Status.Rejected).ToLookup(relation => (relation.From, relation.Kind));
            foreach (var passage in document.Passages)
            {
                WritePassage(csv, document, passage);
                foreach (var kind in Enum.GetValues<RelationKind>())
                    csv.WriteField(string.Join(' ', outgoing[(passage.Number, kind)].Select(relation => relation.To)));
                await csv.EndRecordAsync(cancellation);
            }

            progress.Report(++done);
        }
    }

    private static void WritePassage(CsvWriter csv, InterchangeDocument document, InterchangePassage passage)
    {
        csv.WriteField(document.Title);
        csv.WriteField(document.Author);
        csv.WriteField(document.Published);
        csv.WriteField(document.Version);
        csv.WriteField(document.Hash);
        csv.WriteField(passage.Number);
        csv.WriteField(passage.Span.Start);
        csv.WriteField(passage.Span.End);
        csv.WriteField(passage.Quote);
        csv.WriteField(LabelWords.Of(passage.Role));
        csv.WriteField(passage.IsThesis ? "yes" : "no");
        csv.WriteField(passage.EvidenceKind is { } kind ? LabelWords.Of(kind) : null);
        csv.WriteField(LabelWords.Of(passage.Attribution));
        csv.WriteField(passage.AttributedTo);
        csv.WriteField(LabelWords.Of(passage.Stance));
        csv.WriteField(Math.Round(passage.Confidence, 4));
        csv.WriteField(LabelWords.Of(passage.Origin));
        csv.WriteField(LabelWords.Of(passage.Status));
        csv.WriteField(string.Join(' ', passage.Themes.Select(tag => tag.Slug)));
    }
}
