namespace RussiaChinaAnalysis.Corpus.Browse.Themes;

/// <param name="Count">Passages tagged with the theme itself.</param>
/// <param name="CountWithChildren">Passages tagged with the theme or one below it, each once.</param>
/// <param name="Claims">Of those with the themes below it, as the evidence.</param>
/// <param name="Documents">That have at least one of those.</param>
public sealed record ThemeCount(ThemeLabel Theme, string Definition, string? Parent, int Count, int CountWithChildren, int Claims, int Evidence, int Documents);
