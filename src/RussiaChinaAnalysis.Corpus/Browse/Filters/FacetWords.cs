using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Browse.Filters;

/// <summary>The facets whose values are known beforehand: their keys in addresses and their labels on pages.</summary>
public static class FacetWords
{
    public const string Yes = "yes";
    public const string No = "no";
    public const string Supported = "supported";
    public const string Unsupported = "unsupported";

    private static readonly FrozenDictionary<Facet, ImmutableArray<FacetWord>> Closed = new Dictionary<Facet, ImmutableArray<FacetWord>>
    {
        [Facet.Role] = [Word(Role.Claim, "Claim"), Word(Role.Evidence, "Evidence"), Word(Role.Context, "Context")],
        [Facet.Thesis] = [new(Yes, "Thesis"), new(No, "Not a thesis")],
        [Facet.EvidenceKind] =
        [
            Word(EvidenceKind.Statistic, "Statistic"),
            Word(EvidenceKind.Testimony, "Testimony"),
            Word(EvidenceKind.Example, "Example"),
            Word(EvidenceKind.Reason, "Reason"),
        ],
        [Facet.ClaimKind] =
        [
            Word(ClaimKind.Descriptive, "Descriptive"),
            Word(ClaimKind.Causal, "Causal"),
            Word(ClaimKind.Evaluative, "Evaluative"),
            Word(ClaimKind.Normative, "Normative"),
            Word(ClaimKind.Predictive, "Predictive"),
        ],
        [Facet.Stance] = [Word(Stance.Pro, "For the thesis"), Word(Stance.Opp, "Against the thesis")],
        [Facet.Attribution] = [Word(AttributionKind.Author, "The author’s view"), Word(AttributionKind.Reported, "A reported view")],
        [Facet.Support] = [new(Supported, "Supported"), new(Unsupported, "Unsupported")],
        [Facet.Status] = [Word(Status.Suggested, "Suggested"), Word(Status.Accepted, "Accepted"), Word(Status.Rejected, "Rejected")],
    }.ToFrozenDictionary();

    /// <summary>The values of a facet in their fixed order; empty for themes, documents and authors.</summary>
    public static ImmutableArray<FacetWord> Of(Facet facet) => Closed.TryGetValue(facet, out var words) ? words : [];

    /// <summary>The place of a value among those of its facet; -1 for a theme, a document or an author.</summary>
    public static int PlaceOf(Facet facet, string value)
    {
        var words = Of(facet);
        for (var place = 0; place < words.Length; place++)
        {
            if (words[place].Value == value)
                return place;
        }

        return -1;
    }

    /// <summary>The facet as a heading.</summary>
    public static string Name(Facet facet) => facet switch
    {
        Facet.Role => "Role",
        Facet.Thesis => "Thesis",
        Facet.EvidenceKind => "Kind of evidence",
        Facet.ClaimKind => "Kind of claim",
        Facet.Theme => "Theme",
        Facet.Stance => "Stance",
        Facet.Attribution => "Attribution",
        Facet.Support => "Support",
        Facet.Status => "Status",
        Facet.Document => "Document",
        Facet.Author => "Author",
        _ => throw new ArgumentOutOfRangeException(nameof(facet)),
    };

    /// <summary>The kebab-case name that stands for the value in addresses and data.</summary>
    public static string Key<T>(T value) where T : struct, Enum => Keys<T>.ByValue.TryGetValue(value, out var key) ? key : value.ToString();

    internal static T[] Parse<T>(IEnumerable<string> keys) where T : struct, Enum =>
        [.. Enum.GetValues<T>().Where(value => keys.Contains(Key(value), StringComparer.Ordinal))];

    private static FacetWord Word<T>(T value, string label) where T : struct, Enum => new(Key(value), label);

    private static class Keys<T> where T : struct, Enum
    {
        public static FrozenDictionary<T, string> ByValue { get; } =
            Enum.GetValues<T>().Distinct().ToFrozenDictionary(value => value, value => JsonNamingPolicy.KebabCaseLower.ConvertName(value.ToString()));
    }
}

/// <param name="Value">The key that a <see cref="FacetChoice"/> takes.</param>
public sealed record FacetWord(string Value, string Label);
