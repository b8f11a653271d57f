namespace RussiaChinaAnalysis.Corpus.Interchange;

/// <summary>Between our positions, UTF-16 code units, and those of formats that count Unicode code points.</summary>
internal sealed class CodePoints
{
    private readonly int[] before;
    private readonly int[] units;

    public CodePoints(string text)
    {
        before = new int[text.Length + 1];
        var starts = new List<int>(text.Length + 1);
        for (var unit = 0; unit < text.Length; unit++)
        {
            before[unit] = starts.Count;
            // The low half of a pair belongs to the code point that has begun.
            if (unit == 0 || !char.IsSurrogatePair(text[unit - 1], text[unit]))
                starts.Add(unit);
        }

        before[text.Length] = starts.Count;
        starts.Add(text.Length);
        units = [.. starts];
    }

    public int Count => units.Length - 1;

    public int FromUnit(int unit) => before[unit];

    /// <returns>-1 when the text has no such position.</returns>
    public int ToUnit(int codePoint) => codePoint >= 0 && codePoint < units.Length ? units[codePoint] : -1;
}
