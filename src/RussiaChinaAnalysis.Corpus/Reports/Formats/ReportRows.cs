using System.Globalization;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats;

/// <summary>The rows of a report: one for each statement in its section, and below it one for each passage that bears on it.</summary>
internal static class ReportRows
{
    public static IReadOnlyList<string> Header { get; } =
    [
        "section", "reference", "bearsOn", "relation", "text", "role", "thesis", "evidenceKind", "attribution", "attributedTo", "stance",
        "confidence", "status", "decidedBy", "themes", "change", "document", "author", "published", "version", "contentHash", "start", "end", "notes",
    ];

    /// <summary>Texts, numbers and nulls, in the order of the header.</summary>
    public static IEnumerable<object?[]> Of(ReportContent content, ReportSteps steps)
    {
        foreach (var section in content.Sections)
        {
            foreach (var item in section.Items)
            {
                var reference = content.Reference(item.Reference);
                yield return Row(content, section, reference, null, null, item, item.Notes);
                foreach (var link in item.Evidence.Concat(item.Counter))
                    yield return Row(content, section, content.Reference(link.Reference), item.Reference, Word(link.Kind), null, link.Notes ?? []);
                steps.Next();
            }
        }
    }

    private static object?[] Row(
        ReportContent content, ReportSection section, ReportReference reference, int? bearsOn, string? relation, ReportItem? item, IReadOnlyList<ReportNote> notes)
    {
        var document = content.DocumentOf(reference);
        return
        [
            section.Title,
            reference.Number,
            bearsOn,
            relation,
            reference.Quote,
            Word(reference.Role),
            reference.IsThesis ? "yes" : "no",
            reference.EvidenceKind is { } kind ? Word(kind) : null,
            Word(reference.Attribution),
            reference.AttributedTo,
            Word(reference.Stance),
            reference.Confidence,
            Word(reference.Status),
            reference.DecidedBy,
            string.Join("; ", reference.Themes),
            item is null || item.Change == ReportChange.None ? null : Word(item.Change),
            document.Title,
            document.Author,
            document.Published,
            document.Version,
            document.Hash,
            reference.Start,
            reference.End,
            item is null && notes.Count == 0 ? null : string.Join(" | ", notes.SelectMany(Lines)),
        ];
    }

    private static IEnumerable<string> Lines(ReportNote note) =>
        note.Replies.SelectMany(Lines).Prepend(string.Create(CultureInfo.InvariantCulture, $"{note.Author}: {note.Body}"));

    private static string Word<T>(T value) where T : struct, Enum => Interchange.LabelWords.Of(value);
}
