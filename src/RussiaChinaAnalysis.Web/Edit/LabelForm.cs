using Microsoft.AspNetCore.Mvc.ModelBinding;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Review;

namespace RussiaChinaAnalysis.Web.Edit;

/// <summary>The labels of a passage as a form has them.</summary>
public sealed record LabelForm
{
    [BindRequired]
    public Role Role { get; init; }

    public bool Thesis { get; init; }

    public EvidenceKind? EvidenceKind { get; init; }

    public ClaimKind? ClaimKind { get; init; }

    public AttributionKind Attribution { get; init; }

    public string? AttributedTo { get; init; }

    public Stance Stance { get; init; }

    public PassageLabels Labels => new(Role, Thesis, EvidenceKind, ClaimKind, Attribution, AttributedTo, Stance);

    public static LabelForm Of(PassageRow row) => new()
    {
        Role = row.Role,
        Thesis = row.IsThesis,
        EvidenceKind = row.EvidenceKind,
        ClaimKind = row.ClaimKind,
        Attribution = row.Attribution,
        AttributedTo = row.AttributedTo,
        Stance = row.Stance,
    };

    /// <summary>Both versions of the labels, for one who must choose.</summary>
    public IReadOnlyList<CollisionLine> Against(PassageRow row)
    {
        var theirs = Of(row);
        return
        [
            new("Role", theirs.Name, Name),
            new("Kind", theirs.Kind, Kind),
            new("View", theirs.View, View),
            new("Stance", Words(theirs.Stance), Words(Stance)),
        ];
    }

    private string Name => Thesis && Role == Role.Claim ? "Thesis" : Role.ToString();

    private string Kind => Role switch
    {
        Role.Evidence => (EvidenceKind ?? Arguments.Extraction.EvidenceKind.Reason).ToString(),
        Role.Claim when ClaimKind is { } kind => kind.ToString(),
        _ => "–",
    };

    private string View => Attribution == AttributionKind.Author ? "The author’s" : string.IsNullOrWhiteSpace(AttributedTo) ? "Reported" : $"Of {AttributedTo.Trim()}";

    private static string Words(Stance stance) => stance == Stance.Pro ? "For the thesis" : "Against the thesis";
}
