namespace RussiaChinaAnalysis.Arguments.Evaluation;

/// <summary>The themes that both sides give to the segments of one text.</summary>
internal sealed record ThemePairs(IReadOnlyList<(int Segment, string Theme)> Gold, IReadOnlyList<(int Segment, string Theme)> Other)
{
    /// <summary>Null where the text is not labelled with themes.</summary>
    public static ThemePairs? Of(Comparison text)
    {
        if (text.Segments.All(segment => segment.Themes is null))
            return null;

        return new(
            [.. from segment in text.Segments
                from theme in segment.Themes ?? []
                select (segment.Id, theme)],
            [.. from segment in text.Segments
                where segment.Themes is not null
                from theme in text.OtherFor(segment)?.Themes ?? []
                select (segment.Id, theme)]);
    }

    public DetectionCounts Pooled() => DetectionCounts.Of(Gold, Other);

    public Dictionary<string, DetectionCounts> ByTheme() =>
        Gold.Concat(Other).Select(pair => pair.Theme).Distinct().ToDictionary(
            theme => theme,
            theme => DetectionCounts.Of(Gold.Where(pair => pair.Theme == theme), Other.Where(pair => pair.Theme == theme)),
            StringComparer.Ordinal);
}
