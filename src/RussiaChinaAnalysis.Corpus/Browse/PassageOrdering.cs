using System.Globalization;
using RussiaChinaAnalysis.Corpus.Browse.Columns;
using RussiaChinaAnalysis.Corpus.Browse.Filters;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>
/// The sort orders, each with its way to go on after a cursor. Every order ends with the passage's id. A cursor holds the
/// sort keys of its passage, so that a list goes on where it was even when that passage is gone.
/// </summary>
/// <param name="hits">Null where nothing is searched for, or too much was found to rank it.</param>
internal sealed class PassageOrdering(CorpusColumns columns, SelectedRows selected, PassageSort sort, RankedHits? hits)
{
    /// <summary>Without ranks there is no relevance.</summary>
    private readonly PassageSort sort = sort == PassageSort.Relevance && hits is null ? PassageSort.Document : sort;

    public PassageSort Sort => sort;

    /// <summary>The passages that follow the cursor; backwards, those that precede it, the nearest first.</summary>
    public IEnumerable<PassagePlace> Follow(PageCursor? from, bool backwards, int count) => sort switch
    {
        PassageSort.Document => ByDocument(
            at => at, from, backwards, document => document.CompareTo(from!.Key, from.DocumentId)).Take(count),
        PassageSort.Newest => ByDocument(
            at => columns.Newest[at],
            from,
            backwards,
            document => (from!.Time, from.DocumentId).CompareTo((document.ImportedAt, document.Id))).Take(count),
        PassageSort.Confidence => ByConfidence(from, ascending: backwards, count),
        PassageSort.Doubtful => ByConfidence(from, ascending: !backwards, count),
        PassageSort.Relevance => ByRank(from, backwards).Take(count),
        _ => throw new ArgumentOutOfRangeException(nameof(sort)),
    };

    public PageCursor CursorAt(PassagePlace place) => new(
        sort,
        sort switch
        {
            PassageSort.Document => place.Document.TitleKey,
            PassageSort.Newest => place.Document.ImportedAt.Ticks.ToString(CultureInfo.InvariantCulture),
            _ => place.Number.ToString("R", CultureInfo.InvariantCulture),
        },
        place.Document.Id,
        place.Document.Ordinals[place.Index],
        place.Id);

    /// <param name="placeOf">Which document comes at a place of the order.</param>
    /// <param name="compare">The place of a document against that of the cursor.</param>
    private IEnumerable<PassagePlace> ByDocument(
        Func<int, int> placeOf, PageCursor? from, bool backwards, Func<DocumentColumns, int> compare)
    {
        var documents = columns.Documents;
        var step = backwards ? -1 : 1;
        var at = from is not null ? Find(documents.Length, place => compare(documents[placeOf(place)]) < 0) : backwards ? documents.Length - 1 : 0;
        var isAtCursor = from is not null && at < documents.Length && compare(documents[placeOf(at)]) == 0;
        if (from is not null && backwards && !isAtCursor)
            at--;
        for (; at >= 0 && at < documents.Length; at += step)
        {
            var place = placeOf(at);
            var (start, end) = (columns.FirstRows[place], columns.FirstRows[place + 1]);
            if (isAtCursor && !backwards)
                start += documents[place].FirstAfter(from!.Ordinal, from.PassageId);
            else if (isAtCursor)
                end = start + documents[place].FirstFrom(from!.Ordinal, from.PassageId);
            isAtCursor = false;
            var row = backwards ? end : start - 1;
            while ((row = backwards ? selected.All.Previous(row, start) : selected.All.Next(row + 1, end)) >= 0)
                yield return new PassagePlace(documents[place], row - columns.FirstRows[place]);
        }
    }

    /// <summary>The first of all that follow are kept in a heap, the last of them on top.</summary>
    private IEnumerable<PassagePlace> ByConfidence(PageCursor? from, bool ascending, int count)
    {
        var sign = ascending ? 1 : -1;
        var order = Comparer<(double Confidence, int Id)>.Create((left, right) => sign * left.CompareTo(right));
        var kept = new PriorityQueue<PassagePlace, (double, int)>(Comparer<(double, int)>.Create((left, right) => order.Compare(right, left)));
        var start = from is null ? default : (from.Number, from.PassageId);
        for (var at = 0; at < columns.Documents.Length; at++)
        {
            var document = columns.Documents[at];
            var (first, end) = (columns.FirstRows[at], columns.FirstRows[at + 1]);
            for (var row = first; (row = selected.All.Next(row, end)) >= 0; row++)
            {
                var key = (document.Confidences[row - first], document.Passages[row - first]);
                if (kept.Count == count && kept.TryPeek(out _, out var last) && order.Compare(key, last) > 0
                    || from is not null && order.Compare(key, start) <= 0)
                    continue;
                kept.Enqueue(new PassagePlace(document, row - first) { Number = key.Item1 }, key);
                if (kept.Count > count)
                    kept.Dequeue();
            }
        }

        return kept.UnorderedItems.OrderBy(item => item.Priority, order).Select(item => item.Element);
    }

    private IEnumerable<PassagePlace> ByRank(PageCursor? from, bool backwards)
    {
        var step = backwards ? -1 : 1;
        for (var at = FirstByRank(from, backwards); at >= 0 && at < hits!.Passages.Length; at += step)
        {
            if (columns.Finder.RowsOf([hits.Passages[at]]) is [var row] && selected.All[row])
                yield return columns.PassageAt(row) with { Number = hits.Ranks[at] };
        }
    }

    /// <summary>Where the first stands that does not precede.</summary>
    private static int Find(int count, Func<int, bool> precedes)
    {
        var (low, high) = (0, count);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (precedes(middle))
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }

    private int FirstByRank(PageCursor? from, bool backwards)
    {
        if (from is null)
            return backwards ? hits!.Passages.Length - 1 : 0;
        var first = Find(hits!.Passages.Length, at =>
        {
            var order = (hits.Ranks[at], hits.Passages[at]).CompareTo((from.Number, from.PassageId));
            return order < 0 || order == 0 && !backwards;
        });
        return backwards ? first - 1 : first;
    }
}

/// <summary>A passage in the columns, with the number by which some orders sort.</summary>
internal readonly record struct PassagePlace(DocumentColumns Document, int Index)
{
    public double Number { get; init; }

    public int Id => Document.Passages[Index];
}
