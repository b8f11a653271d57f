namespace RussiaChinaAnalysis.Arguments.Anchoring;

/// <summary>One anchor whose old text is not at hand: only its position, its quotation and a few words around it speak.</summary>
internal sealed class LooseQuote(Anchor anchor, TokenisedText text, QuoteIndex index, Dictionary<string, int> vocabulary, CancellationToken cancellation)
{
    private const double Recognisable = 0.75;
    private const double Guessable = 0.5;

    /// <summary>Fewer tokens than this could stand anywhere.</summary>
    private const int TellingTokens = 5;

    private readonly TokenisedText quote = TokenisedText.Knowing(anchor.Quote, vocabulary);
    private readonly TokenisedText prefix = TokenisedText.Knowing(anchor.Prefix, vocabulary);
    private readonly TokenisedText suffix = TokenisedText.Knowing(anchor.Suffix, vocabulary);
    private readonly int expected = text.TokensIn(anchor.Position).From;

    public AnchorMatch Find() => quote.Count == 0 ? AnchorMatch.Orphan : Exact() ?? Resembling() ?? AnchorMatch.Orphan;

    private AnchorMatch? Exact()
    {
        if (quote.Ids.Contains(TokenisedText.Unknown))
            return null;
        var places = index.Exactly(quote.Ids, expected)
            .Select(start => (Start: start, Score: Context(start, start + quote.Count)))
            .OrderByDescending(place => place.Score).ThenBy(place => Math.Abs(place.Start - expected))
            .ToList();
        if (places.Count == 0)
            return null;

        var (start, score) = places[0];
        var span = text.SpanOf(start, start + quote.Count);
        var inPlace = span == anchor.Position;
        var ahead = places.Count == 1 || score > places[1].Score;
        var telling = quote.Count >= TellingTokens || score >= 2 || inPlace;
        // Position, words and all of the context together hold even among copies.
        var sure = (ahead && telling) || (inPlace && score == WholeContext);
        return sure
            ? new(inPlace ? AnchorKind.Unchanged : AnchorKind.Moved, span, inPlace && ahead ? AnchorConfidence.Certain : AnchorConfidence.AmongCopies)
            : new(AnchorKind.Uncertain, span, AnchorConfidence.OneOfSeveral);
    }

    private AnchorMatch? Resembling()
    {
        var slack = 8 + (quote.Count / 2);
        var best = Best(Math.Max(0, expected - slack), Math.Min(text.Count, expected + quote.Count + slack));
        foreach (var (from, to) in index.Regions(quote.Ids))
        {
            var other = Best(from, to);
            if (other.Similarity > best.Similarity)
                best = other;
        }

        if (best.Similarity < Guessable || best.From >= best.To)
            return null;
        var sure = best.Similarity >= Recognisable && quote.Count >= TellingTokens && Context(best.From, best.To) >= 2;
        return new(
            sure ? AnchorKind.Altered : AnchorKind.Uncertain,
            text.SpanOf(best.From, best.To),
            sure ? best.Similarity : Math.Min(AnchorConfidence.Uncertain, best.Similarity));
    }

    private Resemblance Best(int from, int to) => Resemblance.Best(quote, 0, quote.Count, text, from, to, cancellation);

    private int WholeContext => Whole(prefix) + Whole(suffix);

    /// <summary>How many tokens around the place are those of the prefix and the suffix.</summary>
    private int Context(int from, int to)
    {
        var (left, right) = (0, 0);
        while (left < Whole(prefix) && from - 1 - left >= 0 && prefix.Ids[^(left + 1)] == text.Ids[from - 1 - left])
            left++;
        while (right < Whole(suffix) && to + right < text.Count && suffix.Ids[right] == text.Ids[to + right])
            right++;
        return left + right;
    }

    /// <summary>A context is cut anywhere, so that its outermost token may be half a word.</summary>
    private static int Whole(TokenisedText context) => context.Count <= 1 ? context.Count : context.Count - 1;
}
