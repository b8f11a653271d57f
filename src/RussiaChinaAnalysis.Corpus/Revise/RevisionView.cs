using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Revise;

/// <summary>What a new version changes, passage by passage, in words that can be shown.</summary>
public sealed record RevisionView(RevisionCounts Counts, IReadOnlyList<ChangedPassage> Passages)
{
    internal static RevisionView Of(IReadOnlyList<PassageChange> changes, string before, string after) => new(
        RevisionCounts.Of(changes),
        [.. changes.Select(change => new ChangedPassage(change, change.Before?.Of(before), change.After?.Of(after)))]);
}

/// <param name="Before">The words before; null when the passage is new.</param>
/// <param name="After">The words now; null when they are gone.</param>
public sealed record ChangedPassage(PassageChange Change, string? Before, string? After);

/// <summary>A document through its versions.</summary>
/// <param name="Unplaced">What people had decided about words that are gone, and nobody has dealt with since.</param>
public sealed record DocumentHistory(
    int Id, string Title, int CurrentVersion, IReadOnlyList<VersionLine> Versions, IReadOnlyList<UnplacedPassage> Unplaced);

/// <param name="ImportedAt">UTC.</param>
/// <param name="Counts">What it changed; null for the first version.</param>
public sealed record VersionLine(int Number, DateTime ImportedAt, int Words, RevisionCounts? Counts);

/// <summary>One version to be read: its text and, where it was replaced, how its passages were labelled at the end.</summary>
/// <param name="Marks">In the order of the text.</param>
/// <param name="Changes">Against the version before; null for the first.</param>
public sealed record VersionView(
    int DocumentId,
    string Title,
    int Number,
    int CurrentVersion,
    DateTime ImportedAt,
    string Text,
    IReadOnlyList<Arguments.Reading.Block> Blocks,
    IReadOnlyList<PassageChange> Marks,
    RevisionView? Changes);

/// <summary>A passage that waits for a place, with the text in which one is sought.</summary>
/// <param name="Number">The last version that held its words.</param>
/// <param name="Around">About where it stood, in the current text.</param>
/// <param name="Current">The number of the current version.</param>
/// <param name="Text">Of the current version; so are the blocks and the passages, in the order of the text.</param>
public sealed record UnplacedView(
    UnplacedPassage Passage, int Number, int Around, int Current, string Text, IReadOnlyList<Arguments.Reading.Block> Blocks, IReadOnlyList<Arguments.Text.TextSpan> Passages);

/// <param name="Until">The version in which other words took their place.</param>
public sealed record FormerWords(int Until, string Words);
