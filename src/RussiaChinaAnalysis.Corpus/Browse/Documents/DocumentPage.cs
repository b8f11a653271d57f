namespace RussiaChinaAnalysis.Corpus.Browse.Documents;

/// <param name="Next">What to go on after; null on the last page.</param>
public sealed record DocumentPage(IReadOnlyList<DocumentSummary> Documents, int Total, int? Next);

/// <param name="Source">The name of the file.</param>
/// <param name="ContentHash">SHA-256 of the content, lower-case hexadecimal.</param>
public sealed record OriginalDocument(string Source, string MediaType, string ContentHash, byte[] Content);
