using System.Collections.Immutable;
using System.Globalization;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Browse.Filters;

/// <summary>
/// A filter as it stands in an address: <c>role=claim&amp;theme=trade-share&amp;theme!=central-asia&amp;q=…</c>. An
/// exclamation mark at the end of a key rules the value out.
/// </summary>
/// <param name="Problems">One sentence for each value that was left out. Keys that belong to something else are no problem.</param>
public sealed record PassageFilterQuery(PassageFilter Filter, ImmutableArray<string> Problems)
{
    public const string SearchKey = "q";

    /// <summary>The order in which choices stand in an address.</summary>
    public static IComparer<FacetChoice> Order { get; } = Comparer<FacetChoice>.Create(Compare);

    /// <summary>More choices than this no page offers; what goes beyond is left out.</summary>
    public const int MaximumChoices = 100;

    private const int LongestValue = 300;

    public static string KeyOf(Facet facet) => facet == Facet.EvidenceKind ? "kind" : FacetWords.Key(facet);

    public static PassageFilterQuery Parse(IEnumerable<KeyValuePair<string, string?>> pairs)
    {
        var choices = new HashSet<FacetChoice>();
        var problems = ImmutableArray.CreateBuilder<string>();
        string? search = null;
        foreach (var (key, written) in pairs)
        {
            // No database has, and some refuse, what no text of the corpus can hold.
            var text = TextNormaliser.Normalise(written ?? string.Empty);
            if (string.IsNullOrWhiteSpace(text))
                continue;
            if (key == SearchKey)
                search = ParseSearch(text, problems);
            else if (FacetOf(key.EndsWith('!') ? key[..^1] : key) is { } facet)
                AddChoice(new FacetChoice(facet, Canonical(facet, text.Trim()), key.EndsWith('!')), choices, problems);
        }

        return new(new PassageFilter { Choices = Sorted(choices), Search = search }, problems.ToImmutable());
    }

    /// <summary>The same filter always gives the same pairs in the same order.</summary>
    public static IEnumerable<KeyValuePair<string, string>> Format(PassageFilter filter)
    {
        foreach (var choice in Sorted(filter.Choices))
            yield return new(choice.Negated ? $"{KeyOf(choice.Facet)}!" : KeyOf(choice.Facet), choice.Value);
        if (!string.IsNullOrWhiteSpace(filter.Search))
            yield return new(SearchKey, filter.Search.Trim());
    }

    /// <summary>The pairs of <see cref="Format"/> as they stand in an address, without the question mark.</summary>
    public static string ToQueryString(PassageFilter filter) => ToQueryString(Format(filter));

    /// <summary>Pairs as they stand in an address, without the question mark.</summary>
    public static string ToQueryString(IEnumerable<KeyValuePair<string, string>> pairs) =>
        string.Join('&', pairs.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));

    /// <summary>Called for many links of a page, and mostly with one choice or two.</summary>
    private static ImmutableArray<FacetChoice> Sorted(IReadOnlyCollection<FacetChoice> choices) =>
        choices.Count < 2 ? [.. choices] : [.. choices.Distinct().Order(Order)];

    private static int Compare(FacetChoice left, FacetChoice right)
    {
        var order = (left.Facet, left.Negated, FacetWords.PlaceOf(left.Facet, left.Value), left.Value.Length)
            .CompareTo((right.Facet, right.Negated, FacetWords.PlaceOf(right.Facet, right.Value), right.Value.Length));
        return order != 0 ? order : string.CompareOrdinal(left.Value, right.Value);
    }

    private static Facet? FacetOf(string key)
    {
        foreach (var facet in Enum.GetValues<Facet>())
        {
            if (KeyOf(facet) == key)
                return facet;
        }

        return null;
    }

    private static void AddChoice(FacetChoice choice, HashSet<FacetChoice> choices, ImmutableArray<string>.Builder problems)
    {
        if (!IsPossible(choice.Facet, choice.Value))
            problems.Add(Explain(choice));
        else if (choices.Count < MaximumChoices)
            choices.Add(choice);
        else if (choices.Count == MaximumChoices && !choices.Contains(choice))
            problems.Add($"No more than {MaximumChoices} values can be chosen; “{Short(choice.Value)}” was left out.");
    }

    private static string Canonical(Facet facet, string value) => facet == Facet.Author ? NormalisedKey.Of(value) : value;

    private static bool IsPossible(Facet facet, string value) => facet switch
    {
        Facet.Document => ResolvedFilter.DocumentId(value) > 0 && value[0] != '0',
        Facet.Theme => value.Length <= LongestValue && value.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-'),
        Facet.Author => value.Length is > 0 and <= LongestValue,
        _ => FacetWords.Of(facet).Any(word => word.Value == value),
    };

    private static string Explain(FacetChoice choice)
    {
        var words = FacetWords.Of(choice.Facet);
        var possible = words.IsEmpty ? string.Empty : $" Possible values: {string.Join(", ", words.Select(word => word.Value))}.";
        return $"“{Short(choice.Value)}” is no value of {FacetWords.Name(choice.Facet).ToLowerInvariant()}; it was left out.{possible}";
    }

    private static string? ParseSearch(string text, ImmutableArray<string>.Builder problems)
    {
        if (SearchQuery.Parse(text) is null)
        {
            problems.Add($"“{Short(text)}” has no word to search for.");
            return null;
        }

        if (text.Length > SearchQuery.MaximumLength)
            problems.Add(string.Create(CultureInfo.InvariantCulture, $"Only the first {SearchQuery.MaximumLength} characters are searched for."));
        return text.Trim();
    }

    private static string Short(string value) => SeenText.Shortened(value, 40);
}
