using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace RussiaChinaAnalysis.Arguments.Reading.Pdf;

/// <summary>Sees how large a stream becomes before the library, which keeps all of it, unpacks it.</summary>
internal sealed class BoundedFilter(IFilter inner, PdfBudget budget) : IFilter
{
    // Deflate makes at most 1032 bytes of one, LZW at most 4096 of a code of twelve bits.
    private const int MostOfOneByte = 2_731;
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
        if (inner is CcittFaxDecodeFilter && LengthOfFax(stream) > MaximumOfOneStream)
            budget.Exceed();
        if ((long)input.Length * MostOfOneByte > AlwaysSmall && LengthOf(input, stream) > MaximumOfOneStream)
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

    private long LengthOf(Memory<byte> input, DictionaryToken stream) => inner switch
    {
        FlateFilter => UnpackedLength.OfDeflate(input, MaximumOfOneStream, budget),
        LzwFilter => UnpackedLength.OfLzw(input.Span, ChangesEarly(stream), MaximumOfOneStream, budget),
        RunLengthFilter => UnpackedLength.OfRunLength(input.Span, MaximumOfOneStream, budget),
        // The others make at most four bytes of one, or keep pictures packed.
        _ => 0,
    };

    /// <summary>The library makes room for the whole picture, however little of it the stream holds.</summary>
    private static double LengthOfFax(DictionaryToken stream)
    {
        const int UsualColumns = 1_728;
        var parameters = Parameters(stream).Append(stream).ToList();
        var columns = Largest(parameters, NameToken.Columns) is > 0 and var stated ? stated : UsualColumns;
        var rows = new[] { NameToken.Rows, NameToken.Height, NameToken.H }.Max(name => Largest(parameters, name));
        return (columns / 8) * rows;
    }

    private static double Largest(IEnumerable<DictionaryToken> parameters, NameToken name) =>
        parameters.Max(one => one.TryGet(name, out var value) && value is NumericToken { Data: var number } ? number : 0);

    private static bool ChangesEarly(DictionaryToken stream) =>
        !Parameters(stream).Any(parameters => parameters.TryGet(NameToken.EarlyChange, out var change) && change is NumericToken { Int: 0 });
}
