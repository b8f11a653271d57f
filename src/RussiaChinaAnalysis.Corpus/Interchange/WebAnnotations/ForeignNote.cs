using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Interchange.WebAnnotations;

/// <summary>A note as another tool gives it.</summary>
/// <param name="Id">Its name there; null when it has none.</param>
/// <param name="InReplyTo">The id of the note that it replies to.</param>
/// <param name="CreatedAt">UTC; null when it is not said.</param>
/// <param name="Hashes">Under which the corpus may hold its document; none when only the words can tell which it is.</param>
/// <param name="Selectors">Where its words are; nothing when it is about the document as a whole, or about a link.</param>
/// <param name="IsPrivate">Not everybody could read it there.</param>
internal sealed record ForeignNote(
    string? Id,
    string? InReplyTo,
    string? Author,
    DateTime? CreatedAt,
    Motivation Motivation,
    string Body,
    IReadOnlyList<string> Hashes,
    WebSelectors Selectors,
    bool IsPrivate)
{
    /// <summary>The relation that it is about; null for most.</summary>
    public ForeignLink? Link { get; init; }
}

/// <summary>A relation by what it joins, which says in any corpus which one is meant.</summary>
/// <param name="To">The words of the passage that it leads to; null when it leads to <paramref name="ToLink"/>.</param>
internal sealed record ForeignLink(TextSpan From, RelationKind Kind, TextSpan? To, ForeignLink? ToLink);
