using System.IO.Compression;

namespace RussiaChinaAnalysis.Arguments.Reading.Pdf;

/// <summary>How many bytes packed data becomes, found without keeping them; counting stops soon after the limit.</summary>
internal static class UnpackedLength
{
    private const int BytesBetweenChecks = 65_536;

    public static long OfDeflate(ReadOnlyMemory<byte> input, long limit, PdfBudget budget)
    {
        long length = 0;
        try
        {
            using var inflated = new ZLibStream(new MemoryStream(input.ToArray(), writable: false), CompressionMode.Decompress);
            var buffer = new byte[81_920];
            for (int read; length <= limit && (read = inflated.Read(buffer)) > 0;)
            {
                length += read;
                budget.Check();
            }
        }
        catch (InvalidDataException)
        {
            // Damaged data is for the library's filter, which recovers what it can: no more than could be read here.
        }

        return length;
    }

    /// <summary>Of each sequence only its length is kept (PDF 32000-1, 7.4.4).</summary>
    public static long OfLzw(ReadOnlySpan<byte> input, bool changesEarly, long limit, PdfBudget budget)
    {
        const int Clear = 256;
        const int End = 257;
        const int FirstFree = 258;
        const int MostCodes = 4_096;
        var lengths = new int[MostCodes];
        lengths.AsSpan(0, Clear).Fill(1);
        long length = 0;
        var (next, previous, bits, held, at) = (FirstFree, 0, 0, 0, 0);
        while (length <= limit)
        {
            var table = next + (changesEarly ? 1 : 0);
            var width = table > 2_047 ? 12 : table > 1_023 ? 11 : table > 511 ? 10 : 9;
            for (; bits < width && at < input.Length; bits += 8)
            {
                if (at % BytesBetweenChecks == 0)
                    budget.Check();
                held = ((held & 0xFFFF) << 8) | input[at++];
            }

            if (bits < width)
                break;
            bits -= width;
            var code = (held >> bits) & ((1 << width) - 1);
            if (code == Clear)
            {
                (next, previous) = (FirstFree, 0);
                continue;
            }

            if (code == End)
                break;
            var sequence = code < next ? lengths[code] : previous + 1;
            length += sequence;
            if (previous > 0 && next < MostCodes)
                lengths[next++] = previous + 1;
            previous = sequence;
        }

        return length;
    }

    public static long OfRunLength(ReadOnlySpan<byte> input, long limit, PdfBudget budget)
    {
        const int End = 128;
        long length = 0;
        for (var at = 0; at < input.Length && input[at] != End && length <= limit;)
        {
            budget.Check();
            var run = input[at] < End ? input[at] + 1 : 257 - input[at];
            at += input[at] < End ? run + 1 : 2;
            length += run;
        }

        return length;
    }
}
