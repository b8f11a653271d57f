using System.Text;
using System.Text.RegularExpressions;
using System.Text.Unicode;

namespace RussiaChinaAnalysis.Arguments.Reading.Html;

/// <summary>
/// From a page's bytes to its markup, by the first of these that says something: byte order mark, the declaration in the
/// page, UTF-8 that is valid throughout, the look of the bytes.
/// </summary>
internal static partial class PageDecoding
{
    // HTML Standard, 13.2.3.2, looks at the first 1024 bytes; pages that declare it later are common enough.
    private const int Beginning = 8_192;

    /// <returns>Null, and what is wrong, when the bytes are not text.</returns>
    public static string? Decode(ReadOnlySpan<byte> bytes, out string problem)
    {
        problem = "";
        // UTF-16 is never declared in ASCII; its mark decides, as it does in a text file.
        if (bytes is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
            return TextDecoding.Decode(bytes, out problem);
        var isUtf8 = Utf8.IsValid(bytes);
        var encoding = isUtf8 && (bytes.StartsWith(Encoding.UTF8.Preamble) || !Ascii.IsValid(bytes)) ? Encoding.UTF8 : Declared(bytes);
        encoding ??= isUtf8 ? Encoding.UTF8 : LegacyEncodings.Guess(bytes);
        // The declaration is wrong where the bytes are no UTF-8.
        if (encoding.CodePage == Encoding.UTF8.CodePage && !isUtf8)
            encoding = LegacyEncodings.Guess(bytes);
        var text = encoding.GetString(bytes);
        if (!IsText(text))
        {
            problem = "holds bytes that no web page has; open it in a browser and save it again.";
            return null;
        }

        return text;
    }

    private static Encoding? Declared(ReadOnlySpan<byte> bytes)
    {
        var head = Encoding.Latin1.GetString(bytes[..Math.Min(bytes.Length, Beginning)]);
        var match = Declaration().Match(head);
        return match.Success ? LegacyEncodings.Named(match.Groups[1].Value) : null;
    }

    // A program or a picture under the name of a page decodes to something in any of the old encodings.
    private static bool IsText(string text)
    {
        var strange = 0;
        foreach (var character in text)
            if (character is '\uFFFD' || (character < ' ' && character is not ('\t' or '\n' or '\r' or '\f')))
                strange++;
        return strange <= text.Length / 100;
    }

    [GeneratedRegex("""<(?:meta\s[^>]*?charset|\?xml\s[^>]*?encoding)\s*=\s*["']?\s*([A-Za-z0-9_:.\-]{2,40})""", RegexOptions.IgnoreCase | RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Declaration();
}
