namespace RussiaChinaAnalysis.Arguments.Anchoring;

/// <summary>Finds where a sequence of tokens, or something like it, stands in one text.</summary>
internal sealed class QuoteIndex
{
    /// <summary>In a text that repeats itself only the places nearest to where the words were expected are looked at.</summary>
    private const int MostPlaces = 400;

    private const int ShingleLength = 3;
    private const int CommonShingle = 64;
    private const int BinLength = 16;
    private const int MostRegions = 4;

    private readonly TokenisedText text;
    private readonly int[] firstOfId;
    private readonly int[] places;
    private readonly Lazy<(ulong[] Keys, int[] At)> shingles;

    public QuoteIndex(TokenisedText text, int vocabulary)
    {
        this.text = text;
        firstOfId = new int[vocabulary + 1];
        foreach (var id in text.Ids)
            firstOfId[id + 1]++;
        for (var id = 0; id < vocabulary; id++)
            firstOfId[id + 1] += firstOfId[id];
        places = new int[text.Count];
        var next = firstOfId.AsSpan(0, vocabulary).ToArray();
        for (var at = 0; at < text.Count; at++)
            places[next[text.Ids[at]]++] = at;
        shingles = new(Shingles);
    }

    /// <summary>The first token of every place where exactly these tokens stand, in no order.</summary>
    /// <param name="near">The token around which they are expected.</param>
    public List<int> Exactly(ReadOnlySpan<int> quote, int near)
    {
        var found = new List<int>();
        var rarest = Rarest(quote);
        var (from, to) = Nearest(firstOfId[quote[rarest]], firstOfId[quote[rarest] + 1], near + rarest);
        for (var at = from; at < to; at++)
        {
            var start = places[at] - rarest;
            if (start >= 0 && start + quote.Length <= text.Count && text.Ids.AsSpan(start, quote.Length).SequenceEqual(quote))
                found.Add(start);
        }

        return found;
    }

    /// <summary>The few regions that share most short runs of tokens with the quote, the likeliest first.</summary>
    public List<(int From, int To)> Regions(ReadOnlySpan<int> quote)
    {
        var votes = new Dictionary<int, int>();
        for (var at = 0; at + ShingleLength <= quote.Length; at++)
        {
            var (from, to) = PlacesOf(Key(quote.Slice(at, ShingleLength)));
            if (to - from > CommonShingle)
                continue;
            for (var place = from; place < to; place++)
            {
                var bin = (shingles.Value.At[place] - at + (BinLength * quote.Length)) / BinLength;
                votes[bin] = votes.GetValueOrDefault(bin) + 1;
            }
        }

        var (length, slack) = (quote.Length, BinLength + (quote.Length / 4));
        return [.. votes.OrderByDescending(vote => vote.Value).ThenBy(vote => vote.Key).Take(MostRegions)
            .Select(vote => (vote.Key * BinLength) - (BinLength * length))
            .Select(start => (Math.Max(0, start - slack), Math.Min(text.Count, start + BinLength + length + slack)))];
    }

    private int Rarest(ReadOnlySpan<int> quote)
    {
        var rarest = 0;
        for (var at = 1; at < quote.Length; at++)
        {
            if (firstOfId[quote[at] + 1] - firstOfId[quote[at]] < firstOfId[quote[rarest] + 1] - firstOfId[quote[rarest]])
                rarest = at;
        }

        return rarest;
    }

    private (int From, int To) Nearest(int from, int to, int near)
    {
        if (to - from <= MostPlaces)
            return (from, to);
        var found = Array.BinarySearch(places, from, to - from, near);
        var first = Math.Clamp((found < 0 ? ~found : found) - (MostPlaces / 2), from, to - MostPlaces);
        return (first, first + MostPlaces);
    }

    private (int From, int To) PlacesOf(ulong key)
    {
        var keys = shingles.Value.Keys;
        var found = Array.BinarySearch(keys, key);
        if (found < 0)
            return (0, 0);
        // Frequent ones are passed over anyway, so there is no need to see their ends.
        var (from, to) = (found, found + 1);
        while (from > 0 && keys[from - 1] == key && to - from <= CommonShingle)
            from--;
        while (to < keys.Length && keys[to] == key && to - from <= CommonShingle)
            to++;
        return (from, to);
    }

    private (ulong[] Keys, int[] At) Shingles()
    {
        var count = Math.Max(0, text.Count - ShingleLength + 1);
        var (keys, at) = (new ulong[count], new int[count]);
        for (var place = 0; place < count; place++)
            (keys[place], at[place]) = (Key(text.Ids.AsSpan(place, ShingleLength)), place);
        Array.Sort(keys, at);
        return (keys, at);
    }

    private static ulong Key(ReadOnlySpan<int> tokens)
    {
        var key = 1469598103934665603UL;
        foreach (var token in tokens)
            key = (key ^ (uint)token) * 1099511628211UL;
        return key;
    }
}
