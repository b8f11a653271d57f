namespace RussiaChinaAnalysis.Arguments.Reading.Pdf;

/// <summary>The ranges "&lt;0020&gt; &lt;007E&gt; &lt;0020&gt;" of a map from codes to letters (PDF 32000-1, 9.10.3).</summary>
internal static class CodeMapRanges
{
    // A map of a font in two bytes; fonts with codes of four bytes have far fewer letters than that.
    private const long MaximumLetters = 200_000;
    private const int MostDigits = 8;

    /// <summary>Whether the ranges hold more letters than any font, or run between codes of unequal length, which has no end.</summary>
    public static bool AreTooLarge(ReadOnlySpan<byte> map)
    {
        long letters = 0;
        for (var at = map.IndexOf("beginbfrange"u8); at >= 0; at = map.IndexOf("beginbfrange"u8))
        {
            map = map[(at + "beginbfrange"u8.Length)..];
            var end = map.IndexOf("endbfrange"u8);
            var ranges = end < 0 ? map : map[..end];
            while (TryTakeCode(ref ranges, out var first) && TryTakeCode(ref ranges, out var last))
            {
                if (first.Digits != last.Digits || first.Digits > MostDigits)
                    return true;
                letters += Math.Max(0, last.Value - first.Value) + 1;
                if (letters > MaximumLetters)
                    return true;
                SkipLetters(ref ranges);
            }
        }

        return false;
    }

    private static bool TryTakeCode(ref ReadOnlySpan<byte> ranges, out Code code)
    {
        code = default;
        var start = ranges.IndexOf((byte)'<');
        var end = start < 0 ? -1 : ranges[start..].IndexOf((byte)'>');
        if (end < 0)
            return false;
        foreach (var sign in ranges.Slice(start, end))
            if (char.IsAsciiHexDigit((char)sign))
                code = new Code((code.Value << 4) + HexValue(sign), code.Digits + 1);
        ranges = ranges[(start + end + 1)..];
        return true;
    }

    private static int HexValue(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    // One code for the first letter, or an array with one for each.
    private static void SkipLetters(ref ReadOnlySpan<byte> ranges)
    {
        ranges = ranges.TrimStart(" \t\r\n"u8);
        var end = ranges.IndexOf(ranges.StartsWith("["u8) ? (byte)']' : (byte)'>');
        ranges = end < 0 ? [] : ranges[(end + 1)..];
    }

    private readonly record struct Code(long Value, int Digits);
}
