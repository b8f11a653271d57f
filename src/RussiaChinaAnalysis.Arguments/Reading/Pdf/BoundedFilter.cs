using System.IO.Compression;
using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace RussiaChinaAnalysis.Arguments.Reading.Pdf;

/// <summary>Sees how large a stream becomes before the library, which keeps all of it, unpacks it.</summary>
internal sealed class BoundedFilter(IFilter inner, PdfBudget budget) : IFilter
{
    // Deflate makes at most 1032 bytes of one.
    private const int MostOfOneByte = 1_032;
    private const int AlwaysSmall = 1_000_000;
    private const int MaximumOfOneStream = 30_000_000;
    private const double LargestParameter = 100_000;

    public bool IsSupported => inner.IsSupported;

    public Memory<byte> Decode(Memory<byte> input, DictionaryToken stream, IFilterProvider provider, int index)
    {
        budget.Check();
        // A predictor keeps two rows, as long as these say.
        if (Parameters(stream).Any(parameters => parameters.Data.Values.OfType<NumericToken>().Any(number => number.Data > LargestParameter)))
            budget.Exceed();
        if (inner is FlateFilter && (long)input.Length * MostOfOneByte > AlwaysSmall && Inflate(input) > MaximumOfOneStream)
            budget.Exceed();
        var output = inner.Decode(input, stream, provider, index);
        budget.CountUnpacked(output.Length);
        return output;
    }

    private static IEnumerable<DictionaryToken> Parameters(DictionaryToken stream) =>
        new[] { NameToken.DecodeParms, NameToken.Dp }
            .Select(name => stream.TryGet(name, out var token) ? token : null)
            .SelectMany(token => token is ArrayToken array ? array.Data : token is null ? [] : [token])
            .OfType<DictionaryToken>();

    private long Inflate(Memory<byte> input)
    {
        long length = 0;
        try
        {
            using var inflated = new ZLibStream(new MemoryStream(input.ToArray(), writable: false), CompressionMode.Decompress);
            var buffer = new byte[81_920];
            for (int read; length <= MaximumOfOneStream && (read = inflated.Read(buffer)) > 0;)
            {
                length += read;
                budget.Check();
            }
        }
        catch (InvalidDataException)
        {
            // Damaged data is for the inner filter, which recovers what it can: no more than could be read here.
        }

        return length;
    }
}
