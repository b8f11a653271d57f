using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Connections;
using RussiaChinaAnalysis.Web.Edit;
using RussiaChinaAnalysis.Web.Pages.Shared;

namespace RussiaChinaAnalysis.Web.Pages.Documents;

/// <summary>What stands beside the essay about one passage.</summary>
/// <param name="Address">Selects the passage.</param>
/// <param name="Elsewhere">What it has in common with passages of other essays.</param>
/// <param name="IsAbout">The theme filter leaves it in the foreground.</param>
/// <param name="Themes">Slugs by which the theme filter finds it.</param>
public sealed record NoteView(
    PassageRow Row,
    FiguresView Figures,
    ReaderAddress Address,
    bool IsSelected,
    bool IsAbout,
    IReadOnlyList<string> Themes,
    IReadOnlyList<NoteRelation> Outgoing,
    IReadOnlyList<NoteRelation> Incoming,
    IReadOnlyList<ConnectionEnd> Elsewhere)
{
    public IReadOnlyList<ThreadView> Threads { get; init; } = [];

    /// <summary>What the passage must be changed with; null for those who may not.</summary>
    public Guid? Token { get; init; }

    /// <summary>A thesis can have hundreds; the passage's own page has them all.</summary>
    public const int Linked = 4;

    /// <summary>The labels for the form in which they are changed.</summary>
    public string LabelsAsData => System.Text.Json.JsonSerializer.Serialize(new
    {
        role = Row.Role.ToString(),
        thesis = Row.IsThesis,
        evidenceKind = Row.EvidenceKind?.ToString() ?? "",
        claimKind = Row.ClaimKind?.ToString() ?? "",
        attribution = Row.Attribution.ToString(),
        attributedTo = Row.AttributedTo ?? "",
        stance = Row.Stance.ToString(),
    });

    public int Unlinked => Math.Max(0, Outgoing.Count - Linked) + Math.Max(0, Incoming.Count - Linked);
}

/// <param name="Id">Of the relation.</param>
/// <param name="Says">What the passage does to the other one, or the other to it: the words before its quote.</param>
/// <param name="Passage">At the other end; where the link bears on a link, the passage from which that one starts.</param>
public sealed record NoteRelation(int Id, RelationKind Kind, string Says, PassageRow Passage)
{
    /// <summary>What the relation must be changed with; null for those who may not.</summary>
    public Guid? Token { get; init; }

    /// <summary>Links that bear on this one.</summary>
    public IReadOnlyList<NoteRelation> Bearing { get; init; } = [];

    public IReadOnlyList<ThreadView> Threads { get; init; } = [];
}
