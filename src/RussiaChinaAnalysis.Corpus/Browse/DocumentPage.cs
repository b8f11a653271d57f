namespace RussiaChinaAnalysis.Corpus.Browse;

/// <param name="Next">What to go on after; null on the last page.</param>
public sealed record DocumentPage(IReadOnlyList<DocumentSummary> Documents, int Total, int? Next);

/// <param name="Source">The name of the file.</param>
public sealed record OriginalDocument(string Source, string MediaType, byte[] Content);
