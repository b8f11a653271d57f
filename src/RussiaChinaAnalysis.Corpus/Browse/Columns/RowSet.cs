using System.Numerics;

namespace RussiaChinaAnalysis.Corpus.Browse.Columns;

/// <summary>
/// Rows of the corpus that have something in common, never changed: one bit for each row of the corpus or, where that
/// takes less room, the numbers of the rows.
/// </summary>
internal sealed class RowSet
{
    private RowSet(int count, ulong[]? bits, int[] numbers) => (Count, Bits, Numbers) = (count, bits, numbers);

    public int Count { get; }

    /// <summary>Null where numbers are kept.</summary>
    public ulong[]? Bits { get; }

    /// <summary>In ascending order; none where bits are kept.</summary>
    public int[] Numbers { get; }

    /// <param name="rows">In any order, each once. The array is taken over.</param>
    /// <param name="size">How many rows the corpus has.</param>
    public static RowSet Of(int[] rows, int size)
    {
        if (AreNumbersSmaller(rows.Length, size))
        {
            Array.Sort(rows);
            return new(rows.Length, bits: null, rows);
        }

        var bits = new ulong[RowBits.Words(size)];
        foreach (var row in rows)
            bits[row >> 6] |= 1UL << row;
        return new(rows.Length, bits, []);
    }

    private static bool AreNumbersSmaller(int count, int size) => count < size / 32;

    /// <summary>Takes the rows in order, sixty-four at a time.</summary>
    /// <param name="count">How many there will be.</param>
    /// <param name="size">How many rows the corpus has.</param>
    internal sealed class Builder(int count, int size)
    {
        private readonly ulong[]? bits = AreNumbersSmaller(count, size) ? null : new ulong[RowBits.Words(size)];
        private readonly int[] numbers = AreNumbersSmaller(count, size) ? new int[count] : [];
        private int added;

        public void Add(int word, ulong rows)
        {
            if (bits is not null)
            {
                bits[word] = rows;
                return;
            }

            for (; rows != 0; rows &= rows - 1)
                numbers[added++] = (word << 6) + BitOperations.TrailingZeroCount(rows);
        }

        public RowSet Build() => new(count, bits, numbers);
    }
}
