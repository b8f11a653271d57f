namespace RussiaChinaAnalysis.Arguments.Text;

/// <summary>
/// A half-open range <c>[Start, End)</c> of UTF-16 code units in a normalised text, as in the W3C
/// <c>TextPositionSelector</c>. Spans order by start, then the longer first, so that an outer span precedes what it holds.
/// </summary>
public readonly record struct TextSpan(int Start, int End) : IComparable<TextSpan>
{
    public int Length => End - Start;

    public bool IsEmpty => End <= Start;

    public bool Contains(int position) => position >= Start && position < End;

    public bool Contains(TextSpan other) => other.Start >= Start && other.End <= End;

    public bool Overlaps(TextSpan other) => other.Start < End && Start < other.End;

    /// <summary>The words that this span covers.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The span does not lie within <paramref name="text"/>.</exception>
    public string Of(string text) => text.Substring(Start, Length);

    /// <inheritdoc cref="Of"/>
    public ReadOnlySpan<char> In(string text) => text.AsSpan(Start, Length);

    public int CompareTo(TextSpan other) =>
        Start != other.Start ? Start.CompareTo(other.Start) : other.End.CompareTo(End);

    public override string ToString() => $"[{Start}, {End})";
}
