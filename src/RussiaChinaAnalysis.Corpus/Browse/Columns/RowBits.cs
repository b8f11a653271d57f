using System.Buffers;
using System.Numerics;

namespace RussiaChinaAnalysis.Corpus.Browse.Columns;

/// <summary>One bit for each row of the corpus, to work out which rows meet a filter. Borrowed memory: dispose of it.</summary>
internal sealed class RowBits : IDisposable
{
    private readonly int length;
    private ulong[] words;

    private RowBits(int length) => (this.length, words) = (length, ArrayPool<ulong>.Shared.Rent(length));

    public bool this[int row] => (words[row >> 6] >> row & 1) != 0;

    public ReadOnlySpan<ulong> Bits => Own;

    private Span<ulong> Own => words.AsSpan(0, length);

    /// <summary>How many words of sixty-four bits hold so many rows.</summary>
    public static int Words(int size) => (size + 63) >> 6;

    public static RowBits All(int size)
    {
        var all = new RowBits(Words(size));
        all.Own.Fill(ulong.MaxValue);
        if ((size & 63) != 0)
            all.Own[^1] = ulong.MaxValue >> -size;
        return all;
    }

    public static RowBits None(int size)
    {
        var none = new RowBits(Words(size));
        none.Own.Clear();
        return none;
    }

    public int Count()
    {
        var count = 0;
        foreach (var word in Own)
            count += BitOperations.PopCount(word);
        return count;
    }

    /// <summary>How many of the rows are here.</summary>
    public int CountOf(RowSet rows)
    {
        var count = 0;
        foreach (var row in rows.Numbers)
            count += this[row] ? 1 : 0;
        var own = Bits;
        var others = rows.Bits.AsSpan();
        for (var place = 0; place < others.Length; place++)
            count += BitOperations.PopCount(own[place] & others[place]);
        return count;
    }

    public void Add(RowSet rows)
    {
        foreach (var row in rows.Numbers)
            Add(row);
        var own = Own;
        var others = rows.Bits.AsSpan();
        for (var place = 0; place < others.Length; place++)
            own[place] |= others[place];
    }

    public void Add(int row) => words[row >> 6] |= 1UL << row;

    public void Remove(RowBits rows)
    {
        var own = Own;
        var others = rows.Bits;
        for (var place = 0; place < own.Length; place++)
            own[place] &= ~others[place];
    }

    public void Keep(RowBits rows)
    {
        var own = Own;
        var others = rows.Bits;
        for (var place = 0; place < own.Length; place++)
            own[place] &= others[place];
    }

    /// <summary>The first of the rows from <paramref name="start"/> on and before <paramref name="end"/>; -1 when there is none.</summary>
    public int Next(int start, int end)
    {
        for (var row = start; row < end; row = (row | 63) + 1)
        {
            if (words[row >> 6] >> row is not 0 and var rest)
                return row + BitOperations.TrailingZeroCount(rest) is var found && found < end ? found : -1;
        }

        return -1;
    }

    /// <summary>The last of the rows before <paramref name="end"/> and from <paramref name="start"/> on; -1 when there is none.</summary>
    public int Previous(int end, int start)
    {
        for (var row = end - 1; row >= start; row = (row & ~63) - 1)
        {
            if (words[row >> 6] << ~row is not 0 and var rest)
                return row - BitOperations.LeadingZeroCount(rest) is var found && found >= start ? found : -1;
        }

        return -1;
    }

    public void Dispose()
    {
        ArrayPool<ulong>.Shared.Return(words);
        words = [];
    }
}
