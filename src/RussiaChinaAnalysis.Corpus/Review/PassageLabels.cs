using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Review;

/// <summary>Everything that a person says of a passage. What does not go together is brought into line, not refused.</summary>
public sealed record PassageLabels(
    Role Role,
    bool IsThesis = false,
    EvidenceKind? EvidenceKind = null,
    ClaimKind? ClaimKind = null,
    AttributionKind Attribution = AttributionKind.Author,
    string? AttributedTo = null,
    Stance Stance = Stance.Pro)
{
    public const int LongestName = 200;

    public static PassageLabels Of(Passage passage) => new(
        passage.Role, passage.IsThesis, passage.EvidenceKind, passage.ClaimKind, passage.Attribution, passage.AttributedTo, passage.Stance);

    internal void Apply(Passage passage)
    {
        passage.Role = Role;
        passage.IsThesis = IsThesis && Role == Role.Claim;
        passage.EvidenceKind = Role == Role.Evidence ? EvidenceKind ?? Arguments.Extraction.EvidenceKind.Reason : null;
        passage.ClaimKind = Role == Role.Claim ? ClaimKind : null;
        passage.Attribution = Attribution;
        var name = SeenText.WithoutUnseen(AttributedTo ?? "").Trim();
        passage.AttributedTo = Attribution == AttributionKind.Reported && name.Length > 0 ? SeenText.Cut(name, LongestName).TrimEnd() : null;
        passage.Stance = Stance;
    }
}
