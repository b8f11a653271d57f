namespace RussiaChinaAnalysis.Corpus.Browse.Columns;

/// <summary>Gives each combination of labels and of themes a number. Numbers stay, so that columns made earlier stay right.</summary>
internal sealed class ColumnTables
{
    private readonly Dictionary<FacetLabels, ushort> labels = [];
    private readonly Dictionary<string, int> themeSets = new(StringComparer.Ordinal);
    private readonly List<FacetLabels> labelList = [];
    private readonly List<int[]> themeSetList = [];

    public ColumnTables() => Place([]);

    public FacetLabels[] Labels => [.. labelList];

    public int[][] ThemeSets => [.. themeSetList];

    /// <summary>Of all values that labels can have there are some thousand combinations.</summary>
    public ushort Place(FacetLabels combination)
    {
        if (labels.TryGetValue(combination, out var place))
            return place;
        labels[combination] = place = (ushort)labelList.Count;
        labelList.Add(combination);
        return place;
    }

    /// <param name="themes">Ids in ascending order.</param>
    public int Place(ReadOnlySpan<int> themes)
    {
        var key = string.Join(' ', themes.ToArray());
        if (themeSets.TryGetValue(key, out var place))
            return place;
        themeSets[key] = place = themeSetList.Count;
        themeSetList.Add(themes.ToArray());
        return place;
    }
}
