using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Anchoring;

/// <summary>What became of anchored words in another text.</summary>
public enum AnchorKind
{
    /// <summary>The same words at the same place of the argument, wherever that has shifted to.</summary>
    Unchanged,

    /// <summary>The same words at another place.</summary>
    Moved,

    /// <summary>Other words, but recognisably those that were meant.</summary>
    Altered,

    /// <summary>The best guess; a person should look at it.</summary>
    Uncertain,

    /// <summary>Nothing in the text resembles the words.</summary>
    Orphan,
}

/// <param name="Span">In the new text; null exactly when the words are an <see cref="AnchorKind.Orphan"/>.</param>
/// <param name="Confidence">From 0, an orphan, to 1, beyond doubt.</param>
public sealed record AnchorMatch(AnchorKind Kind, TextSpan? Span, double Confidence)
{
    public static AnchorMatch Orphan { get; } = new(AnchorKind.Orphan, null, 0);

    /// <summary>Whether the words are there letter for letter, white space and the shape of quotation marks aside.</summary>
    public bool IsExact => Kind is AnchorKind.Unchanged or AnchorKind.Moved;
}
