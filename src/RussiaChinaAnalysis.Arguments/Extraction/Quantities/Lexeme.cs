namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

[Flags]
internal enum LexemeKind
{
    None = 0,
    Number = 1,
    Magnitude = 1 << 1,
    Percent = 1 << 2,
    Point = 1 << 3,
    Currency = 1 << 4,
    Unit = 1 << 5,
    Fraction = 1 << 6,
    Ordinal = 1 << 7,
    Month = 1 << 8,
    Season = 1 << 9,
    Part = 1 << 10,
    Relation = 1 << 11,
    Relative = 1 << 12,
    Century = 1 << 13,
    Year = 1 << 14,
    Decade = 1 << 15,
    Approximate = 1 << 16,
    Article = 1 << 17,
    Half = 1 << 18,
    RangeEnd = 1 << 19,
    RangeStart = 1 << 20,
    Reporting = 1 << 21,
    NotCounted = 1 << 22,
    Predictive = 1 << 23,
}

/// <summary>What a word means in figures and dates.</summary>
/// <param name="Value">The number, multiplier, denominator, ordinal, month, or direction in time; for units of time <see cref="Lexemes.Several"/> in the plural; otherwise 0.</param>
/// <param name="Name">The unit or currency; otherwise empty.</param>
internal sealed record Lexeme(LexemeKind Kind, double Value = 0, string Name = "")
{
    public bool Is(LexemeKind kinds) => (Kind & kinds) != 0;
}
