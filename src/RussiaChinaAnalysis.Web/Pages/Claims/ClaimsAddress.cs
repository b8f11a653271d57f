using System.Globalization;
using RussiaChinaAnalysis.Corpus.Browse.Filters;

namespace RussiaChinaAnalysis.Web.Pages.Claims;

/// <summary>The state of the list of claims as it stands in the address. Whatever is left at its default is left out.</summary>
public sealed record ClaimsAddress(PassageFilter Filter, PassageSort? Sort = null, string? After = null, string? Before = null)
{
    private const string Page = "/claims";

    public static string To(Facet facet, string value) => To(new FacetChoice(facet, value));

    public static string To(params FacetChoice[] choices) =>
        new ClaimsAddress(new PassageFilter { Choices = [.. choices] }).ToString();

    /// <summary>The claims that are views of others, in all documents or in one.</summary>
    public static string ToReportedClaims(int? document = null) => To(
    [
        .. PassageFilter.ReportedClaims.Choices,
        .. document is { } id ? [new FacetChoice(Facet.Document, id.ToString(CultureInfo.InvariantCulture))] : Array.Empty<FacetChoice>(),
    ]);

    /// <summary>Chooses the value, or lets go of it where it stands already in that way. Starts again on the first page.</summary>
    public ClaimsAddress Toggle(FacetChoice choice) => FirstPage with
    {
        Filter = Filter with
        {
            Choices = Filter.Choices.Contains(choice)
                ? Filter.Choices.Remove(choice)
                : Filter.Choices.Remove(choice with { Negated = !choice.Negated }).Add(choice),
        },
    };

    public ClaimsAddress WithoutSearch() => FirstPage with { Filter = Filter with { Search = null } };

    public ClaimsAddress SortedBy(PassageSort sort) => FirstPage with { Sort = sort };

    /// <summary>The filter and the order without the place in the list.</summary>
    public ClaimsAddress FirstPage => this with { After = null, Before = null };

    /// <summary>Pairs for the hidden fields of a form that searches within the filter.</summary>
    public IEnumerable<KeyValuePair<string, string>> WithoutSearchPairs() => WithoutSearch().Pairs();

    public override string ToString() => Parts() is { Query.Length: > 0 } parts ? $"{parts.Page}?{parts.Query}" : Page;

    private IEnumerable<KeyValuePair<string, string>> Pairs()
    {
        foreach (var pair in PassageFilterQuery.Format(Filter))
            yield return pair;
        if (Sort is { } sort)
            yield return new("sort", FacetWords.Key(sort));
        if (After is not null)
            yield return new("after", After);
        if (Before is not null)
            yield return new("before", Before);
    }

    /// <summary>The path, and the query without a question mark.</summary>
    internal (string Page, string Query) Parts() => (Page, PassageFilterQuery.ToQueryString(Pairs()));
}
