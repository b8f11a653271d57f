using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>One state of a document's text, which is never changed once stored.</summary>
public sealed class DocumentVersion
{
    public int Id { get; private set; }

    public int DocumentId { get; private set; }

    public Document Document { get; init; } = null!;

    /// <summary>1, 2, 3 … within the document.</summary>
    public required int Number { get; init; }

    /// <summary>SHA-256 of the original bytes, lower-case hexadecimal. Unique in the corpus.</summary>
    public required string ContentHash { get; init; }

    public required string MediaType { get; init; }

    public required int Words { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ImportedAt { get; init; }

    /// <summary>When its passages were last compared with those of other documents, UTC; null until they first are.</summary>
    public DateTime? ConnectedAt { get; set; }

    /// <summary>Another value with each change that people make to its passages; null once a comparison has seen all of them.</summary>
    public Guid? UncomparedChange { get; set; }

    /// <summary>Until then somebody is comparing it, UTC; null when nobody is.</summary>
    public DateTime? ComparingUntil { get; set; }

    /// <summary>Whether its words are among those that <see cref="TermFrequency"/> counts.</summary>
    public bool AreWordsCounted { get; set; }

    public DocumentText Text { get; init; } = null!;

    public OriginalFile Original { get; init; } = null!;

    public VersionSketch Sketch { get; init; } = null!;
}

/// <summary>What every span of the version counts in.</summary>
public sealed class DocumentText
{
    public int VersionId { get; private set; }

    public required string Text { get; init; }

    public required ImmutableArray<Block> Blocks { get; init; }
}

/// <summary>The file as it came, byte by byte.</summary>
public sealed class OriginalFile
{
    public int VersionId { get; private set; }

    public required byte[] Content { get; init; }
}

/// <summary>By which nearly equal texts are recognised; a <see cref="Arguments.Comparison.TextSketch"/> of the version's text.</summary>
public sealed class VersionSketch
{
    public int VersionId { get; private set; }

    public required byte[] Values { get; init; }
}
