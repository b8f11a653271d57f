using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Comparison;

/// <summary>Compares two passages of different documents. Pure: equal arguments give equal answers.</summary>
public static class PassageComparer
{
    /// <summary>From this similarity two passages are taken to speak of the same thing.</summary>
    private const double SameProposition = 0.42;

    /// <summary>Passages that differ by a negation must be more alike, because the negation may belong to a word that only one of them has.</summary>
    private const double Contradiction = 0.5;

    /// <summary>Fewer shared words are chance.</summary>
    private const int LeastSharedTerms = 3;

    private const int ShownTerms = 6;

    /// <param name="frequencies">Of the collection that the passages belong to.</param>
    /// <returns>At most one link of each kind, and none that says the same where the figures tell already; empty when the passages have nothing to do with each other.</returns>
    public static ImmutableArray<PassageConnection> Compare(PassageSignature first, PassageSignature second, TermFrequencies frequencies)
    {
        var shared = SharedTerms.Of(first.Terms, second.Terms, frequencies);
        var links = ImmutableArray.CreateBuilder<PassageConnection>();
        foreach (var (kind, score, signs) in BestFigures(first, second, shared.Similarity))
            links.Add(Link(kind, score, signs));
        // Who gives the same figure mostly says the same, and who gives another does not, however much the words agree.
        if (Proposition(first, second, shared) is { } proposition && (links.Count == 0 || proposition.Kind == ConnectionKind.Contradiction && links[0].Kind == ConnectionKind.SameFigure))
            links.Add(Link(proposition.Kind, shared.Similarity, proposition.Signs));

        return links.ToImmutable();

        PassageConnection Link(ConnectionKind kind, double score, ImmutableArray<ConnectionSign> signs) =>
            new(first.Reference, second.Reference, kind, Math.Min(score, 1), Conclusions.Unknown, signs);
    }

    private static IEnumerable<(ConnectionKind Kind, double Score, ImmutableArray<ConnectionSign> Signs)> BestFigures(PassageSignature first, PassageSignature second, double similarity)
    {
        var found = new List<(ConnectionKind Kind, double Score, ImmutableArray<ConnectionSign> Signs)>();
        foreach (var mine in first.Figures)
        {
            foreach (var theirs in second.Figures)
            {
                if (FigureComparer.Compare(mine, theirs, similarity) is { } match)
                    found.Add(match);
            }
        }

        var same = found.Where(match => match.Kind == ConnectionKind.SameFigure).OrderByDescending(match => match.Score).ToList();
        if (same.Count > 0)
            return [(ConnectionKind.SameFigure, same[0].Score, [.. same.SelectMany(match => match.Signs).DistinctBy(sign => (sign.Rule, sign.First, sign.Second))])];

        return found.OrderByDescending(match => match.Score).Take(1);
    }

    private static (ConnectionKind Kind, ImmutableArray<ConnectionSign> Signs)? Proposition(PassageSignature first, PassageSignature second, SharedTerms shared)
    {
        if (shared.Similarity < SameProposition || shared.Terms.Length < LeastSharedTerms)
            return null;

        var signs = shared.Terms.Take(ShownTerms)
            .Select(term => new ConnectionSign(
                ConnectionRule.SharedWords, term.First.Span, term.Second.Span, Math.Min(1, term.Weight / shared.Terms.Sum(all => all.Weight)),
                "Both passages hold this word, which is rare enough in the corpus to tell something."))
            .ToImmutableArray();
        if (Contradicting(first, second, shared) is not { } contradicting)
            return (ConnectionKind.SameProposition, signs);

        return shared.Similarity < Contradiction ? null : (ConnectionKind.Contradiction, signs.Insert(0, contradicting));
    }

    /// <summary>Null where both authors hold it, or neither does.</summary>
    private static ConnectionSign? Contradicting(PassageSignature first, PassageSignature second, SharedTerms shared)
    {
        var opposition = Opposition.Between(first.Polarity, second.Polarity, shared);
        // To report a view in order to answer it is to deny it.
        if ((opposition is null) == (first.Holds == second.Holds))
            return null;
        if (opposition is not { } difference)
            return new ConnectionSign(ConnectionRule.OppositeStance, first.Span, second.Span, 1, "One author holds this view, the other reports it to answer it.");

        return new ConnectionSign(
            difference.Rule, Words(difference.First, first), Words(difference.Second, second), 1,
            difference.Rule == ConnectionRule.OppositePolarity
                ? "One passage denies what the other says."
                : "One passage speaks of growth, the other of decline.");
    }

    private static TextSpan Words(TextSpan words, PassageSignature passage) => words.IsEmpty ? passage.Span : words;
}
