using RussiaChinaAnalysis.Corpus.Browse.Documents;
using RussiaChinaAnalysis.Corpus.Browse.Themes;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>What the corpus holds, for its front page.</summary>
/// <param name="ReportedClaims">Those of its claims that are views of others, which an author only reports or answers.</param>
public sealed record CorpusOverview(
    int Documents,
    int Passages,
    int ReportedClaims,
    IReadOnlyList<DocumentSummary> Newest,
    IReadOnlyList<FacetCounts> Distributions,
    IReadOnlyList<ThemeCount> Themes);
