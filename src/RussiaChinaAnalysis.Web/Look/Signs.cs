using System.Globalization;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;

namespace RussiaChinaAnalysis.Web.Look;

/// <summary>The word, the class and the icon that stand for a label. Classes and icons share one key.</summary>
public static class Signs
{
    /// <summary>What a passage is first of all: a thesis before it is a claim.</summary>
    public static string Key(this PassageRow row) => row.IsThesis ? "thesis" : FacetWords.Key(row.Role);

    public static string Name(this PassageRow row) => row.IsThesis ? "Thesis" : row.Role.ToString();

    public static string Key(this EvidenceKind kind) => FacetWords.Key(kind);

    public static string Key(this ClaimKind kind) => FacetWords.Key(kind);

    public static string Key(this Certainty certainty) => FacetWords.Key(certainty);

    public static string Key(this RelationKind kind) => kind switch
    {
        RelationKind.Supports or RelationKind.Exemplifies => "supports",
        RelationKind.Rebuts or RelationKind.Undercuts => "attacks",
        RelationKind.Restates => "restates",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>What the passage at the start of the relation does.</summary>
    public static string Says(RelationKind kind) => kind switch
    {
        RelationKind.Supports => "Supports",
        RelationKind.Rebuts => "Rebuts",
        RelationKind.Undercuts => "Undercuts the support for",
        RelationKind.Exemplifies => "Is an example of",
        RelationKind.Restates => "Restates",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The same relation, told of the passage at its end.</summary>
    public static string SaysOfTarget(RelationKind kind) => kind switch
    {
        RelationKind.Supports => "Supported by",
        RelationKind.Rebuts => "Rebutted by",
        RelationKind.Undercuts => "Undercut by",
        RelationKind.Exemplifies => "Exemplified by",
        RelationKind.Restates => "Restated by",
        _ => throw new ArgumentOutOfRangeException(nameof(kind)),
    };

    /// <summary>The icon of a facet's value; null for facets whose values have none.</summary>
    public static string? Icon(Facet facet, string value) => (facet, value) switch
    {
        (Facet.Role, _) or (Facet.EvidenceKind, _) or (Facet.Stance, _) => value,
        (Facet.Attribution, _) => value,
        (Facet.Thesis, FacetWords.Yes) => "thesis",
        (Facet.Support, FacetWords.Supported) => "supports",
        _ => null,
    };

    public static string Percent(double share) => share.ToString("P0", English);

    public static string Number(int count) => count.ToString("N0", English);

    /// <summary><c>1 claim</c>, <c>2 claims</c>.</summary>
    public static string Counted(int count, string one, string many) => $"{Number(count)} {(count == 1 ? one : many)}";

    /// <summary>How many of some claims are not their author's own, to be said after their number.</summary>
    /// <param name="reported">From 1 to <paramref name="claims"/>.</param>
    public static string ViewsOfOthers(int claims, int reported) => (claims, reported) switch
    {
        (1, 1) => "a view of others",
        _ when reported == claims => "all of them views of others",
        (_, 1) => "1 of them a view of others",
        _ => $"{Number(reported)} of them views of others",
    };

    public static string Date(DateTime utc) => utc.ToString("d MMMM yyyy", English);

    /// <summary>Date and time of day; UTC is said, because the server does not know where its reader is.</summary>
    public static string Moment(DateTime utc) => utc.ToString("d MMMM yyyy, HH:mm 'UTC'", English);

    private static CultureInfo English { get; } = MakeEnglish();

    private static CultureInfo MakeEnglish()
    {
        var english = (CultureInfo)CultureInfo.InvariantCulture.Clone();
        english.NumberFormat.PercentPositivePattern = 1;
        return english;
    }
}
