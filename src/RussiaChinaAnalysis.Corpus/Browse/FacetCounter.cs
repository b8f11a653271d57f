using System.Globalization;
using System.Runtime.InteropServices;
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
        return (tally.Total, [.. Enum.GetValues<Facet>().Select(facet => facet switch
        {
            Facet.Theme => Listed(
                facet, [.. filter.Themes.Entries.Select(theme => (theme, themes.GetValueOrDefault(theme.Id)))], theme => theme.Slug, theme => theme.Name),
            Facet.Document => Listed(
                facet, tally.Documents, document => document.Id.ToString(CultureInfo.InvariantCulture), document => document.Title),
            Facet.Author => Listed(facet, Authors(tally.DocumentsOfAuthors), author => author.Key, author => author.Name),
            _ => Closed(facet, tally.Labels(facet)),
        })]);
    }

    private static List<(Author Author, int Count)> Authors(List<(DocumentColumns Document, int Count)> documents)
    {
        var authors = new Dictionary<string, (string Name, int Count)>(StringComparer.Ordinal);
        foreach (var (document, count) in documents)
        {
            if (document.AuthorKey is null)
                continue;
            ref var author = ref CollectionsMarshal.GetValueRefOrAddDefault(authors, document.AuthorKey, out var known);
            // Who writes a name in several ways is called by the first of them.
            author.Name = known && string.CompareOrdinal(author.Name, document.Author) <= 0 ? author.Name : document.Author!;
            author.Count += count;
        }

        return [.. authors.Select(author => (new Author(author.Key, author.Value.Name), author.Value.Count))];
    }

    private FacetCounts Closed(Facet facet, Dictionary<string, int> counts) => new(facet, [.. FacetWords.Of(facet)
        .Select(word => new FacetValue(
            word.Value, word.Label, counts.GetValueOrDefault(word.Value), filter.StateOf(facet, word.Value)))
        .Where(IsShown)]);

    /// <summary>A list can be long, so only what is shown gets a value and a label.</summary>
    private FacetCounts Listed<T>(Facet facet, List<(T Item, int Count)> counted, Func<T, string> valueOf, Func<T, string> labelOf)
    {
        var least = LeastShown(counted);
        var chosen = filter.Filter.Choices.Where(choice => choice.Facet == facet).Select(choice => choice.Value).ToHashSet(StringComparer.Ordinal);
        var values = new List<FacetValue>();
        var all = chosen.Count;
        foreach (var (item, count) in counted)
        {
            if (count == 0 || count < least && chosen.Count == 0)
            {
                all += count == 0 ? 0 : 1;
                continue;
            }

            var value = valueOf(item);
            var isChosen = chosen.Contains(value);
            all += isChosen ? 0 : 1;
            if (isChosen || count >= least)
                values.Add(new(value, labelOf(item), count, filter.StateOf(facet, value)));
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
    private static int LeastShown<T>(List<(T Item, int Count)> counted)
    {
        if (counted.Count <= LongestList)
            return 1;
        var counts = new int[counted.Count];
        for (var place = 0; place < counts.Length; place++)
            counts[place] = counted[place].Count;
        Array.Sort(counts);
        return counts[^LongestList];
    }

    private static bool IsShown(FacetValue value) => value.Count > 0 || value.State != FacetState.Open;

    private sealed record Author(string Key, string Name);
}
