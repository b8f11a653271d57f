namespace RussiaChinaAnalysis.Arguments.Anchoring;

/// <summary>
/// The stretch of a window that is nearest to a quote by edit distance over tokens, in characters (P. Sellers, The
/// theory and computation of evolutionary distances, 1980: the quote in full, its start and end in the window free).
/// </summary>
/// <param name="From">The first token of the stretch.</param>
/// <param name="To">The token after the last.</param>
/// <param name="Similarity">From 0 to 1: the share of the quote's characters that no edit touches.</param>
internal readonly record struct Resemblance(int From, int To, double Similarity)
{
    public bool Overlaps(Resemblance other) => From < other.To && other.From < To;

    public static Resemblance Best(
        TokenisedText quoted, int from, int to, TokenisedText text, int windowFrom, int windowTo, CancellationToken cancellation = default)
    {
        var width = windowTo - windowFrom;
        var (cost, start) = (new int[width + 1], new int[width + 1]);
        for (var column = 0; column <= width; column++)
            start[column] = column;
        var total = 0;
        for (var row = from; row < to; row++)
        {
            cancellation.ThrowIfCancellationRequested();
            var length = quoted.Length(row);
            total += length;
            var (diagonal, diagonalStart) = (cost[0], start[0]);
            cost[0] += length;
            for (var column = 1; column <= width; column++)
            {
                var (above, aboveStart) = (cost[column], start[column]);
                var best = diagonal + Substitution(quoted, row, text, windowFrom + column - 1);
                var bestStart = diagonalStart;
                if (above + length < best)
                    (best, bestStart) = (above + length, aboveStart);
                if (cost[column - 1] + text.Length(windowFrom + column - 1) < best)
                    (best, bestStart) = (cost[column - 1] + text.Length(windowFrom + column - 1), start[column - 1]);
                (cost[column], start[column]) = (best, bestStart);
                (diagonal, diagonalStart) = (above, aboveStart);
            }
        }

        var end = 0;
        for (var column = 1; column <= width; column++)
        {
            if (cost[column] < cost[end])
                end = column;
        }

        return new(windowFrom + start[end], windowFrom + end, total == 0 ? 0 : Math.Max(0, 1 - ((double)cost[end] / total)));
    }

    /// <summary>Nothing for the same token; little for another form of the same word.</summary>
    private static int Substitution(TokenisedText quoted, int token, TokenisedText text, int other)
    {
        if (quoted.Ids[token] == text.Ids[other])
            return 0;
        var one = quoted.Token(token);
        var two = text.Token(other);
        var shorter = Math.Min(one.Length, two.Length);
        var shared = one.CommonPrefixLength(two);
        for (var fromEnd = 1; shared < shorter && one[^fromEnd] == two[^fromEnd]; fromEnd++)
            shared++;
        return Math.Max(one.Length, two.Length) - shared;
    }
}
