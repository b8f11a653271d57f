namespace RussiaChinaAnalysis.Corpus.Browse.Columns;

/// <summary>What lists and facets need of one document, its passages in the order of the text. Never changed.</summary>
/// <param name="Passages">Ids.</param>
/// <param name="Labels">Places in <see cref="CorpusColumns.Labels"/>.</param>
/// <param name="Themes">Places in <see cref="CorpusColumns.ThemeSets"/>.</param>
internal sealed record DocumentColumns(
    int Id,
    string Title,
    string TitleKey,
    string? Author,
    string? AuthorKey,
    DateTime ImportedAt,
    int[] Passages,
    int[] Ordinals,
    ushort[] Labels,
    int[] Themes,
    double[] Confidences)
{
    /// <summary>By title, then by id: the order of lists.</summary>
    public static IComparer<DocumentColumns> ByTitle { get; } = Comparer<DocumentColumns>.Create(
        (left, right) => left.CompareTo(right.TitleKey, right.Id));

    public int CompareTo(string titleKey, int id) =>
        string.CompareOrdinal(TitleKey, titleKey) is not 0 and var order ? order : Id.CompareTo(id);

    /// <summary>The first passage after a place in the text, which need not be one of a passage.</summary>
    public int FirstAfter(int ordinal, int passage) => First(order => order > 0, ordinal, passage);

    /// <summary>The first passage at a place in the text or after it.</summary>
    public int FirstFrom(int ordinal, int passage) => First(order => order >= 0, ordinal, passage);

    private int First(Func<int, bool> isMeant, int ordinal, int passage)
    {
        var place = 0;
        while (place < Passages.Length && !isMeant((Ordinals[place], Passages[place]).CompareTo((ordinal, passage))))
            place++;
        return place;
    }
}
