using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Text.Words;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>
/// Finds passages of other documents that share rare words with a passage. A word weighs by its inverse document
/// frequency; the similarity is the weight of the shared words within the weight of all the passage's words.
/// </summary>
internal sealed class RelatedPassages(CorpusContext context, PassageRows rows)
{
    /// <summary>A word in more passages than this tells nothing, and is not counted to its end.</summary>
    private const int FrequencyLimit = 2000;
    private const int WordsCompared = 16;
    private const int Candidates = 40;
    private const int Shown = 5;
    private const int FewestSharedWords = 2;

    /// <summary>A word in a greater share of all passages is not rare.</summary>
    private const double LargestShare = 0.1;

    public async Task<IReadOnlyList<RelatedPassage>> FindAsync(PassageRow passage, CancellationToken cancellation)
    {
        var weights = await WeighAsync(passage.Quote, cancellation);
        if (weights.Count < FewestSharedWords)
            return [];
        var query = new SearchQuery([.. weights.Keys], Any: true);
        var candidates = await context.Search.Find(query)
            .Join(
                context.Passages.Where(other => other.DocumentId != passage.DocumentId),
                hit => hit.PassageId,
                other => other.Id,
                (hit, _) => hit)
            .OrderBy(hit => hit.Rank).ThenBy(hit => hit.PassageId)
            .Select(hit => hit.PassageId).Take(Candidates).ToListAsync(cancellation);
        var all = weights.Values.Sum();
        return [.. (await rows.ReadAsync(candidates, query, cancellation))
            .Select(candidate => Compare(candidate, weights, all))
            .Where(related => related.SharedTerms.Count >= FewestSharedWords)
            .OrderByDescending(related => related.Similarity).ThenBy(related => related.Passage.Id)
            .Take(Shown)];
    }

    /// <summary>The passage's rarest words that another passage holds too.</summary>
    private async Task<Dictionary<string, double>> WeighAsync(string quote, CancellationToken cancellation)
    {
        var words = Words.Of(quote).Select(span => span.Of(quote).ToLowerInvariant()).Where(Tells)
            .DistinctBy(word => WordForm.Key(word), StringComparer.Ordinal).ToList();
        var counts = await context.Search.CountAsync(words, FrequencyLimit, cancellation);
        var total = await context.Passages.CountAsync(cancellation);
        return counts
            .Where(count => count.Value >= 2 && count.Value < FrequencyLimit && count.Value <= Math.Max(2, total * LargestShare))
            .OrderBy(count => count.Value).ThenBy(count => count.Key, StringComparer.Ordinal)
            .Take(WordsCompared)
            .ToDictionary(count => count.Key, count => Math.Log((total + 1.0) / count.Value), StringComparer.Ordinal);
    }

    private static RelatedPassage Compare(PassageRow candidate, Dictionary<string, double> weights, double all)
    {
        var found = candidate.Hits.Select(hit => WordForm.Key(hit.In(candidate.Quote))).ToHashSet(StringComparer.Ordinal);
        var shared = weights.Where(word => found.Contains(WordForm.Key(word.Key)))
            .OrderByDescending(word => word.Value).ThenBy(word => word.Key, StringComparer.Ordinal)
            .ToList();
        return new(
            candidate with { Hits = [] },
            Math.Min(1, shared.Sum(word => word.Value) / all),
            [.. shared.Select(word => word.Key)]);
    }

    private static bool Tells(string word) => word.Length >= 4 || word.Any(char.IsDigit);
}
