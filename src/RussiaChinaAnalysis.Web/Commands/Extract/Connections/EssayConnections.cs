using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Web.Commands.Extract.Connections;

/// <summary>What the essays of one run have to do with each other.</summary>
internal static class EssayConnections
{
    /// <returns>For each essay its connections to those before it, in the order of its text, for one passage the surest first.</returns>
    public static IEnumerable<IReadOnlyList<ConnectionEntry>> Of(IReadOnlyList<ReadEssay> essays)
    {
        var signatures = essays.Select((essay, number) => SignatureReader.Passages(essay.Structure, number)).ToList();
        var conclusions = essays.Select(essay => SignatureReader.Conclusions(essay.Structure)).ToList();
        var holding = signatures.SelectMany(passages => passages)
            .SelectMany(passage => passage.Terms)
            .CountBy(term => term.Key, StringComparer.Ordinal)
            .ToDictionary(StringComparer.Ordinal);
        // The essays of the run are the collection in which a word is rare or common.
        var frequencies = new TermFrequencies(signatures.Sum(passages => passages.Length), term => holding.GetValueOrDefault(term));
        var earlier = new EarlierPassages(frequencies);
        for (var number = 0; number < essays.Count; number++)
        {
            var links = signatures[number].SelectMany(passage => LinksOf(passage, earlier, frequencies)).ToList();
            var concluding = links.Select(link => link.First.Document).Distinct()
                .ToDictionary(other => other, other => ConclusionComparer.Compare(conclusions[other], conclusions[number], frequencies));
            yield return
            [
                .. links.Select(link =>
                {
                    var (alike, sign) = concluding[link.First.Document];
                    return Entry(link.Under(alike, sign), essays);
                }),
            ];
            foreach (var passage in signatures[number])
                earlier.Add(passage);
        }
    }

    private static IEnumerable<PassageConnection> LinksOf(PassageSignature passage, EarlierPassages earlier, TermFrequencies frequencies) =>
        earlier.CandidatesFor(passage)
            .SelectMany(candidate => PassageComparer.Compare(candidate, passage, frequencies))
            .OrderByDescending(link => link.Score)
            .ThenBy(link => link.First.Document).ThenBy(link => link.First.Passage).ThenBy(link => link.Kind)
            .Take(ComparisonLimits.MostForOnePassage);

    private static ConnectionEntry Entry(PassageConnection link, IReadOnlyList<ReadEssay> essays)
    {
        var (other, own) = (essays[link.First.Document], essays[link.Second.Document]);
        // The ids of passages count from 1.
        var span = other.Structure.Passages[link.First.Passage - 1].Span;
        return new ConnectionEntry(
            link.Second.Passage,
            new ConnectedPassageEntry(other.Source, other.Title, link.First.Passage, span.Start, span.End, span.Of(other.Text)),
            link.Kind,
            Math.Round(link.Score, 4),
            link.Conclusions,
            [.. link.Signs.Select(sign => new ConnectionReasonEntry(
                sign.Rule, Math.Round(sign.Weight, 4), sign.Explanation, Words(sign.Second, own.Text), Words(sign.First, other.Text)))]);
    }

    /// <summary>A title need not stand in the text, so it has no place there.</summary>
    private static WordsEntry? Words(TextSpan span, string text) => span.IsEmpty ? null : new(span.Start, span.End, span.Of(text));
}
