using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>What became of each passage when a version replaced the one before it. Never changed once stored.</summary>
public sealed class VersionChange
{
    /// <summary>The version that came.</summary>
    public int VersionId { get; private set; }

    public DocumentVersion Version { get; init; } = null!;

    /// <summary>In the order of the new text; what is gone comes last, in the order of the old one.</summary>
    public required ImmutableArray<PassageChange> Passages { get; init; }
}

/// <param name="PassageId">Null for a passage that is new.</param>
/// <param name="Before">In the text of the version that was replaced; null when the passage is new.</param>
/// <param name="After">In the text of the version that came; null when the passage is gone.</param>
/// <param name="Former">How it was labelled; null when the passage is new.</param>
/// <param name="Now">How it is labelled; null when the passage is gone.</param>
public sealed record PassageChange(
    ChangeKind Kind, Fate Fate, int? PassageId, TextSpan? Before, TextSpan? After, PassageSign? Former, PassageSign? Now);

/// <summary>The labels by which a passage is known at a glance.</summary>
public sealed record PassageSign(Role Role, bool IsThesis, Origin Origin, Status Status);

/// <summary>What became of the words.</summary>
public enum ChangeKind
{
    Unchanged,

    /// <summary>The same words at another place.</summary>
    Moved,
    Altered,
    Gone,
    New,
}

/// <summary>What becomes of what the program and people said of the words.</summary>
public enum Fate
{
    /// <summary>People's decision holds, because the words are the same.</summary>
    Kept,

    /// <summary>People decided about other words, or their place is not certain: the decision is to be made again, with the former one in sight.</summary>
    Reopened,

    /// <summary>People decided about words that are gone; it is listed, see <see cref="UnplacedPassage"/>.</summary>
    Unplaced,

    /// <summary>Nobody had decided, and the program has proposed anew.</summary>
    Renewed,

    /// <summary>Nobody had decided, and the words are gone.</summary>
    Removed,

    /// <summary>The program proposes it for the first time.</summary>
    Added,
}
