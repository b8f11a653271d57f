using System.Globalization;
using RussiaChinaAnalysis.Corpus.Browse.Columns;

namespace RussiaChinaAnalysis.Corpus.Browse.Filters;

/// <summary>Counts the values of every facet.</summary>
internal sealed class FacetCounter(CorpusColumns columns, ResolvedFilter filter)
{
    /// <summary>Documents and authors can be many; a list shows the most frequent and says how many it leaves out.</summary>
    public const int LongestList = 30;

    public (int Total, IReadOnlyList<FacetCounts> Facets) Count(SelectedRows selected)
    {
        var tally = new PassageTally(columns, selected);
        var themes = filter.Themes.Entries;
        return (tally.Total, [.. Enum.GetValues<Facet>().Select(facet => facet switch
        {
            Facet.Theme => Listed(facet, tally.Count(facet), place => themes[place].Slug, place => themes[place].Name),
            Facet.Document => Listed(
                facet, tally.Count(facet), place => columns.Documents[place].Id.ToString(CultureInfo.InvariantCulture), place => columns.Documents[place].Title),
            Facet.Author => Listed(facet, tally.Count(facet), place => columns.Authors.All[place].Key, place => columns.Authors.All[place].Name),
            _ => Closed(facet, tally.Count(facet)),
        })]);
    }

    private FacetCounts Closed(Facet facet, int[] counts) => new(facet, [.. FacetWords.Of(facet)
        .Select((word, place) => new FacetValue(word.Value, word.Label, counts[place], filter.StateOf(facet, word.Value)))
        .Where(value => value.Count > 0 || value.State != FacetState.Open)]);

    /// <summary>A list can be long, so only what may be shown gets a value and a label.</summary>
    private FacetCounts Listed(Facet facet, int[] counts, Func<int, string> valueOf, Func<int, string> labelOf)
    {
        var chosen = filter.Filter.Choices.Where(choice => choice.Facet == facet).Select(choice => columns.PlaceOf(facet, choice.Value)).ToHashSet();
        var least = LeastShown(counts);
        var all = chosen.Count;
        var places = new List<int>(chosen);
        for (var place = 0; place < counts.Length; place++)
        {
            if (counts[place] == 0 || chosen.Contains(place))
                continue;
            all++;
            if (counts[place] >= least)
                places.Add(place);
        }

        var order = Comparer<int>.Create((left, right) =>
        {
            if (counts[left] != counts[right])
                return counts[right].CompareTo(counts[left]);
            var byLabel = StringComparer.OrdinalIgnoreCase.Compare(labelOf(left), labelOf(right));
            return byLabel != 0 ? byLabel : string.CompareOrdinal(valueOf(left), valueOf(right));
        });
        // What is chosen is shown however rare it is.
        int[] first = [.. places.Order(order).Take(LongestList)];
        FacetValue[] shown = [.. first.Concat(chosen.Except(first).Order(order))
            .Select(place => new FacetValue(valueOf(place), labelOf(place), counts[place], filter.StateOf(facet, valueOf(place))))];
        return new(facet, shown, all - shown.Length);
    }

    /// <summary>The count of the last that has room in the list.</summary>
    private static int LeastShown(int[] counts)
    {
        var greatest = new PriorityQueue<int, int>(LongestList);
        foreach (var count in counts)
        {
            if (greatest.Count < LongestList)
                greatest.Enqueue(count, count);
            else if (count > greatest.Peek())
                greatest.EnqueueDequeue(count, count);
        }

        return greatest.Count < LongestList ? 1 : greatest.Peek();
    }
}
