using System.Globalization;
using RussiaChinaAnalysis.Corpus.Browse.Columns;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>Counts the values of every facet.</summary>
internal sealed class FacetCounter(CorpusColumns columns, ResolvedFilter filter)
{
    /// <summary>Documents and authors can be many; a list shows the most frequent and says how many it leaves out.</summary>
    public const int LongestList = 30;

    public (int Total, IReadOnlyList<FacetCounts> Facets) Count(PassageMatcher matcher)
    {
        var tally = PassageTally.Of(columns, matcher);
        return (tally.Total, [.. Enum.GetValues<Facet>().Select(facet => facet switch
        {
            Facet.Theme => Listed(facet, filter.Themes.Entries.Select(theme =>
                new Counted(theme.Slug, theme.Name, tally.Themes(filter.Themes.WithDescendants(theme.Id))))),
            Facet.Document => Listed(facet, tally.Documents.Select(document => new Counted(
                document.Document.Id.ToString(CultureInfo.InvariantCulture), document.Document.Title, document.Count))),
            Facet.Author => Listed(facet, tally.DocumentsOfAuthors.Where(document => document.Document.AuthorKey is not null)
                .GroupBy(document => document.Document.AuthorKey!, StringComparer.Ordinal)
                .Select(group => new Counted(
                    group.Key,
                    group.Select(document => document.Document.Author!).Min(StringComparer.Ordinal)!,
                    group.Sum(document => document.Count)))),
            _ => Closed(facet, tally.Labels(facet)),
        })]);
    }

    private FacetCounts Closed(Facet facet, Dictionary<string, int> counts) => new(facet, [.. FacetWords.Of(facet)
        .Select(word => new FacetValue(
            word.Value, word.Label, counts.GetValueOrDefault(word.Value), filter.StateOf(facet, word.Value)))
        .Where(IsShown)]);

    private FacetCounts Listed(Facet facet, IEnumerable<Counted> counted)
    {
        var values = counted.ToList();
        foreach (var choice in filter.Filter.Choices.Where(choice => choice.Facet == facet))
        {
            if (!values.Exists(value => value.Value == choice.Value))
                values.Add(new(choice.Value, filter.Names[new(facet, choice.Value)], 0));
        }

        // To order all of a long list would take longer than to count it.
        var least = values.Count > LongestList ? values.Select(value => value.Count).OrderDescending().ElementAt(LongestList - 1) : 0;
        var shown = values
            .Select(value => new FacetValue(value.Value, value.Label, value.Count, filter.StateOf(facet, value.Value)))
            .Where(value => value.Count >= least && IsShown(value) || value.State != FacetState.Open)
            .OrderByDescending(value => value.Count)
            .ThenBy(value => value.Label, StringComparer.OrdinalIgnoreCase)
            .ThenBy(value => value.Value, StringComparer.Ordinal)
            .Where((value, index) => index < LongestList || value.State != FacetState.Open)
            .ToList();
        var all = values.Count(value => value.Count > 0 || filter.StateOf(facet, value.Value) != FacetState.Open);
        return new(facet, shown, all - shown.Count);
    }

    private static bool IsShown(FacetValue value) => value.Count > 0 || value.State != FacetState.Open;

    private readonly record struct Counted(string Value, string Label, int Count);
}
