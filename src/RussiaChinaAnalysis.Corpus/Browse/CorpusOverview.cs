using RussiaChinaAnalysis.Corpus.Browse.Documents;
using RussiaChinaAnalysis.Corpus.Browse.Themes;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>What the corpus holds, for its front page.</summary>
public sealed record CorpusOverview(
    int Documents,
    int Passages,
    IReadOnlyList<DocumentSummary> Newest,
    IReadOnlyList<FacetCounts> Distributions,
    IReadOnlyList<ThemeCount> Themes);
