using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Interchange.WebAnnotations;

/// <summary>A note as another tool gives it.</summary>
/// <param name="Id">Its name there; null when it has none.</param>
/// <param name="InReplyTo">The id of the note that it replies to.</param>
/// <param name="CreatedAt">UTC; null when it is not said.</param>
/// <param name="Source">The document's name by its content, or an address.</param>
/// <param name="IsPrivate">Not everybody could read it there.</param>
internal sealed record ForeignNote(
    string? Id, string? InReplyTo, string? Author, DateTime? CreatedAt, Motivation Motivation, string Body, string? Source, WebSelectors Selectors, bool IsPrivate);
