using System.Numerics;
using RussiaChinaAnalysis.Corpus.Browse.Filters;

namespace RussiaChinaAnalysis.Corpus.Browse.Columns;

/// <summary>Counts the rows that were selected. A facet's values count what meets the choices of all other facets.</summary>
internal sealed class PassageTally(CorpusColumns columns, SelectedRows selected)
{
    /// <summary>Documents and authors mostly count the same rows.</summary>
    private readonly Dictionary<RowBits, int[]> byDocument = [];

    /// <summary>Passages that meet every choice.</summary>
    public int Total => selected.All.Count();

    /// <summary>At the place of each value in <see cref="CorpusColumns.PlaceOf"/>.</summary>
    public int[] Count(Facet facet)
    {
        var rows = selected.ButFor(facet);
        return facet switch
        {
            Facet.Document => ByDocument(rows),
            Facet.Author => ByAuthor(rows),
            _ => Array.ConvertAll(columns.Facets[facet], rows.CountOf),
        };
    }

    private int[] ByDocument(RowBits rows)
    {
        if (byDocument.TryGetValue(rows, out var counts))
            return counts;
        byDocument[rows] = counts = new int[columns.Documents.Length];
        var document = 0;
        for (var word = 0; word < rows.Bits.Length; word++)
        {
            for (var left = rows.Bits[word]; left != 0;)
            {
                var row = (word << 6) + BitOperations.TrailingZeroCount(left);
                while (columns.FirstRows[document + 1] <= row)
                    document++;
                var end = columns.FirstRows[document + 1] - (word << 6);
                var own = end < 64 ? left & (1UL << end) - 1 : left;
                counts[document] += BitOperations.PopCount(own);
                left ^= own;
            }
        }

        return counts;
    }

    private int[] ByAuthor(RowBits rows)
    {
        var counts = new int[columns.Authors.All.Count];
        foreach (var (document, count) in ByDocument(rows).Index())
        {
            if (columns.Authors.OfDocument[document] is >= 0 and var author)
                counts[author] += count;
        }

        return counts;
    }
}
