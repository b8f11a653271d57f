using RussiaChinaAnalysis.Corpus.Browse.Filters;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>The stretch of an ordered list that one page shows, and whether the list goes on at its ends.</summary>
/// <param name="Problem">What could not be done as asked; null when all could.</param>
internal sealed record PageOfPlaces(IReadOnlyList<PassagePlace> Places, bool HasNext, bool HasPrevious, string? Problem)
{
    /// <param name="follow">One place more than the page holds, from a cursor, or from an end of the list; backwards or not.</param>
    public static PageOfPlaces Of(PassageQuery query, PassageOrdering ordering, Func<PageCursor?, bool, IReadOnlyList<PassagePlace>> follow)
    {
        var text = query.Before ?? query.After;
        var cursor = text is null ? null : PageCursor.Parse(text, ordering.Sort);
        var problem = text is not null && cursor is null ? "The place in the list could not be read; this is the first page." : null;
        var backwards = query.Before is not null && cursor is not null;
        var places = follow(cursor, backwards);
        if (query.TurnsBack && places.Count == 0 && cursor is not null)
        {
            (cursor, backwards) = (null, !backwards);
            places = follow(cursor, backwards);
        }

        var more = places.Count > query.Size;
        var shown = places.Take(query.Size);
        // Where one comes from there is a page too.
        var (goesOn, cameFrom) = (places.Count > 0 && more, places.Count > 0 && cursor is not null);
        return backwards
            ? new([.. shown.Reverse()], HasNext: cameFrom, HasPrevious: goesOn, problem)
            : new([.. shown], HasNext: goesOn, HasPrevious: cameFrom, problem);
    }
}
