namespace RussiaChinaAnalysis.Arguments.Anchoring;

/// <summary>
/// Which tokens of one text went where in the next, in order: a patience difference (tokens that occur once on both
/// sides, in their longest increasing run, hold the rest in place), with Myers' greedy difference (E. Myers, An O(ND)
/// difference algorithm, 1986) between them. Where both give up, tokens stay unaligned; time stays close to linear.
/// </summary>
internal sealed class TextAlignment
{
    private const int DeepestNesting = 40;
    private const int MostEdits = 600;

    private readonly int[] before;
    private readonly int[] after;
    private readonly int[] lastBefore;
    private readonly int[] lastAfter;
    private readonly byte[] countBefore;
    private readonly byte[] countAfter;

    /// <param name="vocabulary">How many different tokens both have together.</param>
    public TextAlignment(int[] before, int[] after, int vocabulary)
    {
        (this.before, this.after) = (before, after);
        (lastBefore, lastAfter) = (new int[vocabulary], new int[vocabulary]);
        (countBefore, countAfter) = (new byte[vocabulary], new byte[vocabulary]);
        ToAfter = new int[before.Length];
        ToBefore = new int[after.Length];
        Array.Fill(ToAfter, -1);
        Array.Fill(ToBefore, -1);
        Align();
    }

    /// <summary>For each token before: its place after; -1 for none.</summary>
    public int[] ToAfter { get; }

    /// <summary>For each token after: its place before; -1 for none.</summary>
    public int[] ToBefore { get; }

    private void Align()
    {
        var open = new Stack<(Gap Gap, int Depth)>();
        open.Push((new(0, before.Length, 0, after.Length), 0));
        while (open.TryPop(out var next))
        {
            var gap = Trim(next.Gap);
            if (gap.IsEmpty)
                continue;
            var pins = next.Depth < DeepestNesting ? Pins(gap) : [];
            if (pins.Count == 0)
            {
                AlignGreedily(gap);
                continue;
            }

            var (from, fromAfter) = (gap.From, gap.FromAfter);
            foreach (var (pin, pinAfter) in pins)
            {
                Pair(pin, pinAfter);
                open.Push((new(from, pin, fromAfter, pinAfter), next.Depth + 1));
                (from, fromAfter) = (pin + 1, pinAfter + 1);
            }

            open.Push((new(from, gap.To, fromAfter, gap.ToAfter), next.Depth + 1));
        }
    }

    private void Pair(int one, int other) => (ToAfter[one], ToBefore[other]) = (other, one);

    /// <summary>Pairs what both sides begin and end with.</summary>
    private Gap Trim(Gap gap)
    {
        var (from, to, fromAfter, toAfter) = gap;
        while (from < to && fromAfter < toAfter && before[from] == after[fromAfter])
            Pair(from++, fromAfter++);
        while (from < to && fromAfter < toAfter && before[to - 1] == after[toAfter - 1])
            Pair(--to, --toAfter);
        return new(from, to, fromAfter, toAfter);
    }

    /// <summary>The longest run, in order on both sides, of tokens that occur once on each.</summary>
    private List<(int Before, int After)> Pins(Gap gap)
    {
        for (var at = gap.From; at < gap.To; at++)
            Count(countBefore, lastBefore, before[at], at);
        for (var at = gap.FromAfter; at < gap.ToAfter; at++)
            Count(countAfter, lastAfter, after[at], at);
        var unique = new List<(int Before, int After)>();
        for (var at = gap.From; at < gap.To; at++)
        {
            if (countBefore[before[at]] == 1 && countAfter[before[at]] == 1)
                unique.Add((at, lastAfter[before[at]]));
        }

        for (var at = gap.From; at < gap.To; at++)
            countBefore[before[at]] = 0;
        for (var at = gap.FromAfter; at < gap.ToAfter; at++)
            countAfter[after[at]] = 0;
        return LongestIncreasing(unique);
    }

    private static void Count(byte[] counts, int[] last, int id, int at)
    {
        if (counts[id] < 2)
            counts[id]++;
        last[id] = at;
    }

    private static List<(int Before, int After)> LongestIncreasing(List<(int Before, int After)> pairs)
    {
        var tails = new List<int>();
        var previous = new int[pairs.Count];
        for (var at = 0; at < pairs.Count; at++)
        {
            var (low, high) = (0, tails.Count);
            while (low < high)
            {
                var middle = (low + high) / 2;
                if (pairs[tails[middle]].After < pairs[at].After)
                    low = middle + 1;
                else
                    high = middle;
            }

            previous[at] = low > 0 ? tails[low - 1] : -1;
            if (low == tails.Count)
                tails.Add(at);
            else
                tails[low] = at;
        }

        var run = new List<(int Before, int After)>(tails.Count);
        for (var at = tails.Count > 0 ? tails[^1] : -1; at >= 0; at = previous[at])
            run.Add(pairs[at]);
        run.Reverse();
        return run;
    }

    private void AlignGreedily(Gap gap)
    {
        var (length, lengthAfter) = (gap.To - gap.From, gap.ToAfter - gap.FromAfter);
        var limit = Math.Min(length + lengthAfter, MostEdits);
        var reach = new int[(2 * limit) + 3];
        var trace = new List<int[]>();
        for (var edits = 0; edits <= limit; edits++)
        {
            trace.Add(reach[(limit + 1 - edits)..(limit + 2 + edits)]);
            for (var diagonal = -edits; diagonal <= edits; diagonal += 2)
            {
                var x = Step(reach, limit + 1, edits, diagonal);
                while (x < length && x - diagonal < lengthAfter && before[gap.From + x] == after[gap.FromAfter + x - diagonal])
                    x++;
                reach[limit + 1 + diagonal] = x;
                if (x != length || x - diagonal != lengthAfter)
                    continue;
                PairAlong(gap, trace, edits, diagonal, x);
                return;
            }
        }
    }

    private static int Step(int[] reach, int middle, int edits, int diagonal) =>
        diagonal == -edits || (diagonal != edits && reach[middle + diagonal - 1] < reach[middle + diagonal + 1])
            ? reach[middle + diagonal + 1]
            : reach[middle + diagonal - 1] + 1;

    private void PairAlong(Gap gap, List<int[]> trace, int edits, int diagonal, int x)
    {
        for (; edits >= 0; edits--)
        {
            var reach = trace[edits];
            var down = diagonal == -edits || (diagonal != edits && At(reach, edits, diagonal - 1) < At(reach, edits, diagonal + 1));
            var start = edits == 0 ? 0 : down ? At(reach, edits, diagonal + 1) : At(reach, edits, diagonal - 1) + 1;
            while (x > start)
            {
                x--;
                Pair(gap.From + x, gap.FromAfter + x - diagonal);
            }

            diagonal += down ? 1 : -1;
            x = down ? start : start - 1;
        }

        static int At(int[] reach, int edits, int diagonal) => reach[edits + diagonal];
    }

    private readonly record struct Gap(int From, int To, int FromAfter, int ToAfter)
    {
        public bool IsEmpty => From == To || FromAfter == ToAfter;
    }
}
