using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Connect;

/// <summary>
/// Finds the passages of other documents that are worth comparing: those that share rare words, through the search
/// index, and those that give figures of about the same value. What a passage costs does not grow with the corpus,
/// because common words are not looked up.
/// </summary>
internal sealed class CandidateFinder(CorpusContext context, CorpusFrequencies frequencies)
{
    private const int PassagesAtATime = 500;

    /// <param name="known">By passage of the document, passages that are candidates in any case.</param>
    /// <returns>The candidates by the id of the document's passage; every passage has an entry.</returns>
    public async Task<Dictionary<int, List<SignedPassage>>> FindAsync(ComparedDocument document, ILookup<int, int> known, CancellationToken cancellation)
    {
        var found = new Dictionary<int, HashSet<int>>();
        foreach (var passage in document.Passages)
        {
            var ids = known[passage.Id].ToHashSet();
            ids.UnionWith(await ByWordsAsync(document, passage, cancellation));
            ids.UnionWith(await ByFiguresAsync(document, passage, cancellation));
            found.Add(passage.Id, ids);
        }

        var passages = await ReadAsync([.. found.Values.SelectMany(ids => ids).Distinct()], cancellation);
        return found.ToDictionary(
            pair => pair.Key,
            pair => pair.Value.Where(passages.ContainsKey).Order().Select(id => passages[id]).ToList());
    }

    private async Task<List<int>> ByWordsAsync(ComparedDocument document, SignedPassage passage, CancellationToken cancellation)
    {
        var words = passage.Signature.Terms
            .Select(term => (Term: term, Count: frequencies.FoundBy(term.Key)))
            .Where(term => term.Count is > 0 and < ComparisonLimits.CommonFrom)
            .OrderBy(term => term.Count).ThenBy(term => term.Term.Key, StringComparer.Ordinal)
            .Take(ComparisonLimits.WordsLookedUp)
            .ToList();
        var ranked = 0.0;
        words = [.. words.TakeWhile(word => (ranked += word.Count) <= ComparisonLimits.MostRanked)];
        if (words.Count == 0)
            return [];
        return await context.Search.Find(new SearchQuery([.. words.Select(word => passage.Written(word.Term))], Any: true))
            .Join(
                context.Passages.Where(other => other.DocumentId != document.Id),
                hit => hit.PassageId,
                other => other.Id,
                (hit, _) => hit)
            .OrderBy(hit => hit.Rank).ThenBy(hit => hit.PassageId)
            .Select(hit => hit.PassageId)
            .Take(ComparisonLimits.MostByWords)
            .ToListAsync(cancellation);
    }

    private async Task<List<int>> ByFiguresAsync(ComparedDocument document, SignedPassage passage, CancellationToken cancellation)
    {
        var keys = passage.Signature.Figures.SelectMany(figure => FigureKey.Near(figure.Quantity)).Distinct().ToArray();
        if (keys.Length == 0)
            return [];
        return await context.PassageFigures
            .Where(figure => keys.Contains(figure.Key) && figure.Passage.DocumentId != document.Id)
            .OrderByDescending(figure => figure.PassageId)
            .Select(figure => figure.PassageId)
            .Take(ComparisonLimits.MostByFigures)
            .ToListAsync(cancellation);
    }

    private async Task<Dictionary<int, SignedPassage>> ReadAsync(IReadOnlyCollection<int> ids, CancellationToken cancellation)
    {
        var passages = new Dictionary<int, SignedPassage>();
        foreach (var part in ids.Chunk(PassagesAtATime))
        {
            foreach (var passage in await SignedPassage.ReadAsync(context.Passages.Where(row => part.Contains(row.Id)), cancellation))
                passages.Add(passage.Id, passage);
        }

        return passages;
    }
}
