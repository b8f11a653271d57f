using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Annotate;

/// <param name="Body">Markdown as it was written; empty when the note was taken back.</param>
/// <param name="CreatedAt">UTC, as the other times.</param>
public sealed record NoteRow(
    int Id,
    int DocumentId,
    string DocumentTitle,
    int VersionId,
    int? PassageId,
    int? RelationId,
    int? ParentId,
    Motivation Motivation,
    string Body,
    int AuthorId,
    string AuthorName,
    DateTime CreatedAt,
    DateTime ModifiedAt,
    bool IsPrivate,
    DateTime? ResolvedAt,
    bool IsDeleted,
    AnchorKind Anchoring,
    ImmutableArray<Anchor> Spans,
    Guid Token)
{
    public string? Canonical { get; init; }

    public string? Via { get; init; }

    public bool IsEdited => ModifiedAt > CreatedAt;
}

/// <param name="Replies">In the order in which they were written, whatever they reply to.</param>
public sealed record NoteThread(NoteRow First, IReadOnlyList<NoteRow> Replies);

/// <summary>Which threads a list shows.</summary>
public enum NoteFilter
{
    All,
    Open,
    Resolved,
    Mine,

    /// <summary>Where the viewer is mentioned.</summary>
    ForMe,

    /// <summary>Whose words could not be found again for certain.</summary>
    Astray,
}
