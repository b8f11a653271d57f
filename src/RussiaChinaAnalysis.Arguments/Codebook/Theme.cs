using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Codebook;

/// <summary>An entry of the codebook.</summary>
/// <param name="Slug">Lower-case letters, digits and hyphens; unique within the codebook and stable in addresses.</param>
/// <param name="Colour">A CSS hexadecimal colour, <c>#rrggbb</c>. Never the only sign of a theme.</param>
/// <param name="Parent">The slug of the broader theme; null at the top.</param>
public sealed record Theme(
    string Slug,
    string Name,
    string Definition,
    string Colour,
    string? Parent,
    ImmutableArray<CueTerm> CueTerms);

/// <summary>Words whose presence speaks for a theme.</summary>
/// <param name="Text">
/// One word or several; matched on whole words, ignoring case and English inflection. A term of capitals alone, such as
/// “US”, matches capitals only. A hyphen also matches a space or nothing.
/// </param>
/// <param name="Weight">Greater than 0, at most 1: how far one occurrence alone speaks for the theme.</param>
public sealed record CueTerm(string Text, double Weight);
