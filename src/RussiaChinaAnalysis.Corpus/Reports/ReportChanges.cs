namespace RussiaChinaAnalysis.Corpus.Reports;

/// <summary>What differs from the version before.</summary>
internal sealed class ReportChanges(ReportContent? before, IReadOnlyList<ReportReference> references)
{
    private readonly Dictionary<string, string> known = Known(before);

    public ReportChange Of(ReportItem item)
    {
        if (before is null)
            return ReportChange.None;
        return !known.TryGetValue(Key(references[item.Reference - 1]), out var description) ? ReportChange.Added
            : description == Describe(item, references) ? ReportChange.None
            : ReportChange.Changed;
    }

    /// <summary>The quotations that stood in the version before and stand no more.</summary>
    public IReadOnlyList<string> Removed(IReadOnlyList<ReportSection> sections)
    {
        if (before is null)
            return [];
        var kept = sections.SelectMany(section => section.Items).Select(item => Key(references[item.Reference - 1])).ToHashSet(StringComparer.Ordinal);
        return [.. before.Sections.SelectMany(section => section.Items).Select(item => before.Reference(item.Reference))
            .DistinctBy(reference => reference.PassageId).Where(reference => !kept.Contains(Key(reference))).Select(reference => reference.Quote)];
    }

    private static Dictionary<string, string> Known(ReportContent? content) => content is null
        ? []
        : content.Sections.SelectMany(section => section.Items).DistinctBy(item => item.Reference)
            .ToDictionary(item => Key(content.Reference(item.Reference)), item => Describe(item, content.References));

    private static string Key(ReportReference reference) => reference.PassageId.ToString(System.Globalization.CultureInfo.InvariantCulture);

    /// <summary>Equal exactly when a reader would see the same, apart from numbers.</summary>
    private static string Describe(ReportItem item, IReadOnlyList<ReportReference> references)
    {
        string Words(int number)
        {
            var reference = references[number - 1];
            return $"{reference.Quote}|{reference.Role}|{reference.IsThesis}|{reference.EvidenceKind}|{reference.Attribution}|{reference.AttributedTo}|{reference.Stance}|{reference.Status}|{reference.DecidedBy}|{string.Join(',', reference.Themes)}";
        }

        string Links(IEnumerable<ReportLink> links) => string.Join('\n', links.Select(link => $"{link.Kind}|{link.Status}|{Words(link.Reference)}\n{Notes(link.Notes ?? [])}"));
        string Notes(IReadOnlyList<ReportNote> notes) => string.Join('\n', notes.Select(Describe));
        return $"{Words(item.Reference)}\n+\n{Links(item.Evidence)}\n-\n{Links(item.Counter)}\n#\n{Notes(item.Notes)}";
    }

    private static string Describe(ReportNote note) =>
        $"{note.Author}|{note.Body}|{note.IsResolved}|{string.Join(';', note.Replies.Select(Describe))}";
}
