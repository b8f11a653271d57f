namespace RussiaChinaAnalysis.Corpus.Browse.Themes;

/// <summary>One theme. Its passages are those of a <see cref="Filters.PassageFilter"/> that chooses it.</summary>
/// <param name="Children">The themes right below it.</param>
/// <param name="CueTerms">Heaviest first.</param>
/// <param name="Documents">The hundred documents with most passages on the theme or one below it, most first.</param>
public sealed record ThemeView(
    ThemeCount Theme,
    IReadOnlyList<ThemeCount> Children,
    IReadOnlyList<ThemeCueTerm> CueTerms,
    IReadOnlyList<ThemeDocument> Documents);

/// <param name="Weight">Greater than 0, at most 1.</param>
public sealed record ThemeCueTerm(string Text, double Weight);

public sealed record ThemeDocument(int DocumentId, string Title, string? Author, int Count, int Claims, int Evidence);
