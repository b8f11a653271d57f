using System.Globalization;
using RussiaChinaAnalysis.Corpus.Browse.Columns;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>
/// The sort orders, each with its way to go on after a cursor. Every order ends with the passage's id. A cursor holds the
/// sort keys of its passage, so that a list goes on where it was even when that passage is gone.
/// </summary>
internal sealed class PassageOrdering(CorpusColumns columns, PassageMatcher matcher, PassageSort sort, SearchHits? hits)
{
    /// <summary>Without a search there is no relevance.</summary>
    private readonly PassageSort sort = sort == PassageSort.Relevance && hits is null ? PassageSort.Document : sort;

    public PassageSort Sort => sort;

    /// <summary>The passages that follow the cursor; backwards, those that precede it, the nearest first.</summary>
    public IEnumerable<PassagePlace> Follow(PageCursor? from, bool backwards, int count) => sort switch
    {
        PassageSort.Document => ByDocument(
            columns.Documents, from, backwards, document => document.CompareTo(from!.Key, from.DocumentId)).Take(count),
        PassageSort.Newest => ByDocument(
            columns.Newest,
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

    /// <param name="compare">The place of a document against that of the cursor.</param>
    private IEnumerable<PassagePlace> ByDocument(
        DocumentColumns[] documents, PageCursor? from, bool backwards, Func<DocumentColumns, int> compare)
    {
        var step = backwards ? -1 : 1;
        var first = from is null ? backwards ? documents.Length - 1 : 0 : CorpusColumns.Find(documents, compare);
        var isAtCursor = from is not null && first < documents.Length && compare(documents[first]) == 0;
        if (from is not null && backwards && !isAtCursor)
            first--;
        for (var at = first; at >= 0 && at < documents.Length; at += step)
        {
            var document = documents[at];
            if (matcher.Failing(document) != 0)
                continue;
            var place = backwards ? document.Passages.Length - 1 : 0;
            if (isAtCursor && at == first)
            {
                place = document.FirstAfter(from!.Ordinal, from.PassageId);
                if (backwards)
                {
                    do
                        place--;
                    while (place >= 0 && (document.Ordinals[place], document.Passages[place]).CompareTo((from.Ordinal, from.PassageId)) >= 0);
                }
            }

            for (; place >= 0 && place < document.Passages.Length; place += step)
            {
                if (matcher.Failing(document, place) == 0)
                    yield return new PassagePlace(document, place);
            }
        }
    }

    /// <summary>The first of all that follow are kept in a heap, the last of them on top.</summary>
    private IEnumerable<PassagePlace> ByConfidence(PageCursor? from, bool ascending, int count)
    {
        var sign = ascending ? 1 : -1;
        var order = Comparer<(double Confidence, int Id)>.Create((left, right) => sign * left.CompareTo(right));
        var kept = new PriorityQueue<PassagePlace, (double, int)>(Comparer<(double, int)>.Create((left, right) => order.Compare(right, left)));
        var start = from is null ? default : (from.Number, from.PassageId);
        foreach (var document in columns.Documents)
        {
            if (matcher.Failing(document) != 0)
                continue;
            for (var place = 0; place < document.Passages.Length; place++)
            {
                var key = (document.Confidences[place], document.Passages[place]);
                if (kept.Count == count && kept.TryPeek(out _, out var last) && order.Compare(key, last) > 0
                    || from is not null && order.Compare(key, start) <= 0
                    || matcher.Failing(document, place) != 0)
                    continue;
                kept.Enqueue(new PassagePlace(document, place) { Number = key.Item1 }, key);
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
            if (columns.Finder.Find(hits.Passages[at]) is { } place
                && matcher.Failing(place.Document) == 0 && matcher.Failing(place.Document, place.Index) == 0)
                yield return place with { Number = hits.Ranks[at] };
        }
    }

    private int FirstByRank(PageCursor? from, bool backwards)
    {
        if (from is null)
            return backwards ? hits!.Passages.Length - 1 : 0;
        var (low, high) = (0, hits!.Passages.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = (hits.Ranks[middle], hits.Passages[middle]).CompareTo((from.Number, from.PassageId));
            if (order < 0 || order == 0 && !backwards)
                low = middle + 1;
            else
                high = middle;
        }

        return backwards ? low - 1 : low;
    }
}

/// <summary>A passage in the columns, with the number by which some orders sort.</summary>
internal readonly record struct PassagePlace(DocumentColumns Document, int Index)
{
    public double Number { get; init; }

    public int Id => Document.Passages[Index];
}
