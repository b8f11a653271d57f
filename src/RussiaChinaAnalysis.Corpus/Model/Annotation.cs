using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Anchoring;

namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>
/// A person's note on a passage, on a relation, or on any words of a document (W3C Web Annotation). What replies to it
/// has it as <see cref="Parent"/>, however deep, and the same target.
/// </summary>
public sealed class Annotation : IConcurrencyChecked
{
    /// <summary>In characters of Markdown.</summary>
    public const int LongestBody = 20_000;

    public int Id { get; private set; }

    public required int DocumentId { get; init; }

    public Document Document { get; init; } = null!;

    /// <summary>The version whose text <see cref="Spans"/> count in.</summary>
    public required int VersionId { get; set; }

    public int? PassageId { get; set; }

    public int? RelationId { get; set; }

    public int? ParentId { get; init; }

    public Annotation? Parent { get; init; }

    public required Motivation Motivation { get; set; }

    /// <summary>Markdown; empty where the marking itself says all, as when something is highlighted.</summary>
    public required string Body { get; set; }

    public required int AuthorId { get; init; }

    public Person Author { get; init; } = null!;

    /// <summary>UTC.</summary>
    public required DateTime CreatedAt { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime ModifiedAt { get; set; }

    /// <summary>Nobody but its author sees it.</summary>
    public bool IsPrivate { get; set; }

    /// <summary>When the thread was settled, UTC; only for one that is no reply.</summary>
    public DateTime? ResolvedAt { get; set; }

    /// <summary>Its author, or an administrator, took it back. The row stays, because replies hang on it.</summary>
    public bool IsDeleted { get; set; }

    /// <summary>The words it is about; several for a discontinuous target, none when it is about a passage or relation as a whole.</summary>
    public ImmutableArray<Anchor> Spans { get; set; } = [];

    /// <summary>How well the words were found again in the current version.</summary>
    public AnchorKind Anchoring { get; set; }

    /// <summary>The name that the annotation has wherever it is, where another program gave it one; never changed.</summary>
    public string? Canonical { get; init; }

    /// <summary>Where another program had it before it was sent here.</summary>
    public string? Via { get; init; }

    public Guid ConcurrencyToken { get; set; } = Guid.NewGuid();
}

/// <summary>Why somebody annotated: the terms of the W3C Web Annotation Vocabulary.</summary>
public enum Motivation
{
    Commenting,
    Questioning,
    Assessing,
    Highlighting,
    Describing,
    Editing,
    Linking,
    Tagging,
    Classifying,
    Identifying,
    Bookmarking,
    Moderating,
    Replying,
}
