using RussiaChinaAnalysis.Arguments.Comparison;

namespace RussiaChinaAnalysis.Web.Commands.Extract.Connections;

/// <summary>
/// The passages of the essays so far, filed by their words and figures. What a passage costs does not grow with their
/// number, because words that many hold are not looked up.
/// </summary>
internal sealed class EarlierPassages(TermFrequencies frequencies)
{
    private readonly Dictionary<string, List<PassageSignature>> byWord = new(StringComparer.Ordinal);
    private readonly Dictionary<string, List<PassageSignature>> byFigure = new(StringComparer.Ordinal);

    public void Add(PassageSignature passage)
    {
        foreach (var term in passage.Terms)
            File(byWord, term.Key, passage);
        foreach (var key in passage.Figures.Select(figure => FigureKey.Of(figure.Quantity)).OfType<string>().Distinct())
            File(byFigure, key, passage);
    }

    /// <summary>The passages that are worth comparing: those that share rare words, and those that give figures of about the same value.</summary>
    public IEnumerable<PassageSignature> CandidatesFor(PassageSignature passage) =>
        ByWords(passage).Concat(ByFigures(passage)).DistinctBy(candidate => candidate.Reference);

    private IEnumerable<PassageSignature> ByWords(PassageSignature passage)
    {
        var found = new Dictionary<PassageReference, (PassageSignature Passage, double Weight)>();
        var ranked = 0;
        var words = passage.Terms
            .Where(term => byWord.ContainsKey(term.Key))
            .Select(term => (term.Key, Holders: byWord[term.Key]))
            .Where(word => word.Holders.Count < ComparisonLimits.CommonFrom)
            .OrderBy(word => word.Holders.Count).ThenBy(word => word.Key, StringComparer.Ordinal)
            .Take(ComparisonLimits.WordsLookedUp);
        foreach (var (key, holders) in words)
        {
            if ((ranked += holders.Count) > ComparisonLimits.MostRanked)
                break;
            var weight = frequencies.WeightOf(key);
            foreach (var holder in holders)
                found[holder.Reference] = (holder, weight + (found.TryGetValue(holder.Reference, out var known) ? known.Weight : 0));
        }

        return found.Values
            .OrderByDescending(candidate => candidate.Weight)
            .ThenBy(candidate => candidate.Passage.Reference.Document).ThenBy(candidate => candidate.Passage.Reference.Passage)
            .Take(ComparisonLimits.MostByWords)
            .Select(candidate => candidate.Passage);
    }

    private IEnumerable<PassageSignature> ByFigures(PassageSignature passage) =>
        passage.Figures
            .SelectMany(figure => FigureKey.Near(figure.Quantity))
            .Distinct()
            .SelectMany(key => byFigure.GetValueOrDefault(key) ?? [])
            .DistinctBy(candidate => candidate.Reference)
            .OrderByDescending(candidate => candidate.Reference.Document).ThenByDescending(candidate => candidate.Reference.Passage)
            .Take(ComparisonLimits.MostByFigures);

    private static void File(Dictionary<string, List<PassageSignature>> index, string key, PassageSignature passage)
    {
        if (!index.TryGetValue(key, out var filed))
            index.Add(key, filed = []);
        filed.Add(passage);
    }
}
