using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Connect;

/// <summary>Compares one document with the whole corpus, by way of a bounded number of candidates for each passage.</summary>
/// <param name="former">What another passage has among its surest connections stays, however many surer ones this document has.</param>
internal sealed class CorpusComparison(CorpusContext context, ComparedDocument document, FormerConnections former, SearchedShare share)
{
    public async Task<IReadOnlyList<Connection>> CompareAsync(CancellationToken cancellation)
    {
        var counts = new CorpusFrequencies(context, document, share);
        await counts.ReadAsync(document.Passages.Select(passage => passage.Signature), cancellation);
        var candidates = await new CandidateFinder(context, counts).FindAsync(document, former.Partners, cancellation);
        await counts.ReadAsync(candidates.Values.SelectMany(found => found).Select(passage => passage.Signature), cancellation);

        var frequencies = new TermFrequencies(counts.Passages, counts.CountOf);
        var links = document.Passages
            .SelectMany(passage => candidates[passage.Id]
                .SelectMany(candidate => Compare(passage, candidate, frequencies))
                .OrderByDescending(link => link.Score).ThenBy(link => Other(link).Passage).ThenBy(link => link.Kind)
                .Where((link, place) => place < ComparisonLimits.MostForOnePassage || former.IsSurestOfOther(passage.Id, Other(link).Passage)))
            .ToList();
        var others = links.Select(link => Other(link).Document).Distinct().ToList();
        var conclusions = await ConclusionsAsync(others, frequencies, cancellation);
        return [.. links.Select(link => Row(conclusions[Other(link).Document], link))];
    }

    /// <summary>The older document comes first, whichever of the two is new.</summary>
    private ImmutableArray<PassageConnection> Compare(SignedPassage passage, SignedPassage candidate, TermFrequencies frequencies) =>
        candidate.DocumentId < document.Id
            ? PassageComparer.Compare(candidate.Signature, passage.Signature, frequencies)
            : PassageComparer.Compare(passage.Signature, candidate.Signature, frequencies);

    private PassageReference Other(PassageConnection link) =>
        link.First.Document == document.Id ? link.Second : link.First;

    private async Task<Dictionary<int, (Conclusions Conclusions, ConnectionSign? Sign)>> ConclusionsAsync(
        IReadOnlyCollection<int> others, TermFrequencies frequencies, CancellationToken cancellation)
    {
        if (others.Count == 0)
            return [];
        var theirs = await ComparedDocument.ReadConclusionsAsync(context, others, cancellation);
        return theirs.ToDictionary(
            other => other.Key,
            other => other.Key < document.Id
                ? ConclusionComparer.Compare(other.Value, document.Conclusions, frequencies)
                : ConclusionComparer.Compare(document.Conclusions, other.Value, frequencies));
    }

    private static Connection Row((Conclusions Conclusions, ConnectionSign? Sign) conclusions, PassageConnection found)
    {
        var link = found.Under(conclusions.Conclusions, conclusions.Sign);
        return new()
        {
            FirstPassageId = link.First.Passage,
            FirstDocumentId = link.First.Document,
            SecondPassageId = link.Second.Passage,
            SecondDocumentId = link.Second.Document,
            Kind = link.Kind,
            Score = link.Score,
            Signs = link.Signs,
        };
    }
}
