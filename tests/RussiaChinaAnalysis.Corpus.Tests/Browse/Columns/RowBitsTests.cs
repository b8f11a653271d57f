using CsCheck;
using RussiaChinaAnalysis.Corpus.Browse.Columns;

namespace RussiaChinaAnalysis.Corpus.Tests.Browse.Columns;

/// <summary>Bits do what sets of numbers do, however many rows there are and however many of them are meant.</summary>
public sealed class RowBitsTests
{
    private static readonly Gen<(int Size, int[] Left, int[] Right)> Rows =
        from size in Gen.Int[1, 700]
        from left in Gen.Int[0, size - 1].Array[0, size]
        from right in Gen.OneOf(Gen.Int[0, size - 1].Array[0, size / 40], Gen.Int[0, size - 1].Array[0, 2 * size])
        select (size, left.Distinct().ToArray(), right.Distinct().ToArray());

    [Fact]
    public void Sets_are_counted_added_kept_and_removed() => Rows.Sample(rows =>
    {
        var (size, left, right) = rows;
        var set = RowSet.Of([.. right], size);
        using var other = Bits(size, right);

        Assert.Equal(right.Length, set.Count);
        using (var bits = Bits(size, left))
        {
            Assert.Equal(left.Length, bits.Count());
            Assert.Equal(left.Intersect(right).Count(), bits.CountOf(set));
            bits.Add(set);
            AssertRows(left.Union(right), bits, size);
        }

        using (var bits = Bits(size, left))
        {
            bits.Keep(other);
            AssertRows(left.Intersect(right), bits, size);
        }

        using (var bits = Bits(size, left))
        {
            bits.Remove(other);
            AssertRows(left.Except(right), bits, size);
        }

        using var all = RowBits.All(size);
        AssertRows(Enumerable.Range(0, size), all, size);
    });

    [Fact]
    public void A_set_is_built_sixty_four_rows_at_a_time() => Rows.Sample(rows =>
    {
        var (size, _, expected) = rows;
        using var bits = Bits(size, expected);
        var builder = new RowSet.Builder(expected.Length, size);
        for (var word = 0; word < bits.Bits.Length; word++)
            builder.Add(word, bits.Bits[word]);
        using var built = RowBits.None(size);

        built.Add(builder.Build());

        AssertRows(expected, built, size);
    });

    [Fact]
    public void Rows_are_walked_both_ways_between_bounds() => Rows.Select(Gen.Int[0, 700], Gen.Int[0, 700]).Sample((rows, from, to) =>
    {
        var (start, end) = (Math.Min(from, rows.Size), Math.Min(to, rows.Size));
        int[] expected = [.. rows.Left.Where(row => row >= start && row < end).Order()];
        using var bits = Bits(rows.Size, rows.Left);

        Assert.Equal(expected, Forward(bits, start, end));
        Assert.Equal(expected.Reverse(), Backward(bits, start, end));
    });

    private static RowBits Bits(int size, int[] rows)
    {
        var bits = RowBits.None(size);
        foreach (var row in rows)
            bits.Add(row);
        return bits;
    }

    private static void AssertRows(IEnumerable<int> expected, RowBits bits, int size)
    {
        Assert.Equal(expected.Order(), Forward(bits, 0, size));
        Assert.Equal(expected.Order(), Enumerable.Range(0, size).Where(row => bits[row]));
        Assert.Equal(expected.Count(), bits.Count());
    }

    private static List<int> Forward(RowBits bits, int start, int end)
    {
        var rows = new List<int>();
        for (var row = start; (row = bits.Next(row, end)) >= 0; row++)
            rows.Add(row);
        return rows;
    }

    private static List<int> Backward(RowBits bits, int start, int end)
    {
        var rows = new List<int>();
        for (var row = end; (row = bits.Previous(row, start)) >= 0;)
            rows.Add(row);
        return rows;
    }
}
