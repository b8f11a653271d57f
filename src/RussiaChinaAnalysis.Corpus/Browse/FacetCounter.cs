using System.Buffers;
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
        var themes = tally.Themes();
        var entries = filter.Themes.Entries;
        return (tally.Total, [.. Enum.GetValues<Facet>().Select(facet => facet switch
        {
            Facet.Theme => Listed(
                facet, [.. entries.Select(theme => themes.GetValueOrDefault(theme.Id))], place => entries[place].Slug, place => entries[place].Name),
            Facet.Document => Listed(
                facet, tally.Documents, place => columns.Documents[place].Id.ToString(CultureInfo.InvariantCulture), place => columns.Documents[place].Title),
            Facet.Author => Listed(facet, tally.Authors, place => columns.Authors.All[place].Key, place => columns.Authors.All[place].Name),
            _ => Closed(facet, tally.Labels(facet)),
        })]);
    }

    private FacetCounts Closed(Facet facet, Dictionary<string, int> counts) => new(facet, [.. FacetWords.Of(facet)
        .Select(word => new FacetValue(
            word.Value, word.Label, counts.GetValueOrDefault(word.Value), filter.StateOf(facet, word.Value)))
        .Where(IsShown)]);

    /// <summary>A list can be long, so only what is shown gets a value and a label.</summary>
    private FacetCounts Listed(Facet facet, int[] counts, Func<int, string> valueOf, Func<int, string> labelOf)
    {
        var least = LeastShown(counts);
        var chosen = filter.Filter.Choices.Where(choice => choice.Facet == facet).Select(choice => choice.Value).ToHashSet(StringComparer.Ordinal);
        var values = new List<FacetValue>();
        var all = chosen.Count;
        for (var place = 0; place < counts.Length; place++)
        {
            var count = counts[place];
            if (count == 0)
                continue;
            var value = count >= least || chosen.Count > 0 ? valueOf(place) : null;
            var isChosen = value is not null && chosen.Contains(value);
            all += isChosen ? 0 : 1;
            if (isChosen || count >= least)
                values.Add(new(value!, labelOf(place), count, filter.StateOf(facet, value!)));
        }

        foreach (var value in chosen.Where(value => !values.Exists(known => known.Value == value)))
            values.Add(new(value, filter.Names[new(facet, value)], 0, filter.StateOf(facet, value)));
        var shown = values
            .OrderByDescending(value => value.Count)
            .ThenBy(value => value.Label, StringComparer.OrdinalIgnoreCase)
            .ThenBy(value => value.Value, StringComparer.Ordinal)
            .Where((value, index) => index < LongestList || value.State != FacetState.Open)
            .ToList();
        return new(facet, shown, all - shown.Count);
    }

    /// <summary>The count of the last that has room in the list.</summary>
    private static int LeastShown(int[] counts)
    {
        if (counts.Length <= LongestList)
            return 1;
        var sorted = ArrayPool<int>.Shared.Rent(counts.Length);
        counts.CopyTo(sorted, 0);
        Array.Sort(sorted, 0, counts.Length);
        var least = sorted[counts.Length - LongestList];
        ArrayPool<int>.Shared.Return(sorted);
        return least;
    }

    private static bool IsShown(FacetValue value) => value.Count > 0 || value.State != FacetState.Open;
}
