namespace RussiaChinaAnalysis.Corpus.Ingest;

/// <summary>What a person says of a document, in place of what its file says. Null or blank keeps what the file says.</summary>
/// <param name="Published">A year, a month or a day in ISO 8601 order, or as the author wrote it.</param>
/// <param name="Language">A BCP 47 tag, such as <c>en</c>.</param>
public sealed record DocumentDetails(string? Title = null, string? Author = null, string? Published = null, string? Language = null);
