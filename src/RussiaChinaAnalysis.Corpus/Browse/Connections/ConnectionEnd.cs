using RussiaChinaAnalysis.Arguments.Comparison;

namespace RussiaChinaAnalysis.Corpus.Browse.Connections;

/// <param name="Documents">How many other documents they lead to.</param>
public sealed record ConnectionTotals(int Connections, int Documents);

/// <summary>A connection as one of its two passages sees it.</summary>
/// <param name="PassageId">The passage of the document at hand.</param>
/// <param name="OtherId">The passage of the other document.</param>
public sealed record ConnectionEnd(
    int PassageId, ConnectionKind Kind, double Score, int OtherId, string OtherQuote, int OtherDocumentId, string OtherDocumentTitle);
