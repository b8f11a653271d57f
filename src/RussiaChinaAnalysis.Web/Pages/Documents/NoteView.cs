using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Web.Pages.Shared;

namespace RussiaChinaAnalysis.Web.Pages.Documents;

/// <summary>What stands beside the essay about one passage.</summary>
/// <param name="Address">Selects the passage.</param>
/// <param name="Elsewhere">What it has in common with passages of other essays.</param>
/// <param name="IsAbout">The theme filter leaves it in the foreground.</param>
public sealed record NoteView(
    PassageRow Row,
    FiguresView Figures,
    ReaderAddress Address,
    bool IsSelected,
    bool IsAbout,
    IReadOnlyList<NoteLink> Outgoing,
    IReadOnlyList<NoteLink> Incoming,
    IReadOnlyList<ConnectionEnd> Elsewhere)
{
    /// <summary>A thesis can have hundreds; the passage's own page has them all.</summary>
    public const int Linked = 4;

    public int Unlinked => Math.Max(0, Outgoing.Count - Linked) + Math.Max(0, Incoming.Count - Linked);
}

public sealed record NoteLink(RelationKind Kind, PassageRow Passage);
