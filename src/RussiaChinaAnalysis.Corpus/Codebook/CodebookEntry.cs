namespace RussiaChinaAnalysis.Corpus.Codebook;

/// <summary>One theme of a codebook that comes or goes as a file. What the file does not say is null, and stays as it is.</summary>
/// <param name="Line">Where it stands in the file, for messages.</param>
/// <param name="Slug">Of the theme that it is; without one the name says which it is.</param>
/// <param name="Parent">The slug or the name of the broader theme; empty for none.</param>
/// <param name="CueTerms">As <see cref="ThemeDraft.CueTerms"/> has them.</param>
internal sealed record CodebookEntry(
    string Line, string? Slug, string Name, string? Definition, string? Colour, string? Parent, string? CueTerms, bool? IsRetired);
