using System.Text;

namespace RussiaChinaAnalysis.Arguments.Reading.Html;

/// <summary>The encodings that web pages had before UTF-8.</summary>
internal static class LegacyEncodings
{
    private const int Sample = 200_000;

    // Few letters make up most of a text; read in a wrong encoding they become others, which are rare.
    private const string CommonRussian = "оеаинтсрвлкмдпуяыьгзбчйОЕАИНТСРВЛКМДПУ";
    private const string CommonChinese = "的一是不了在人有我他这中大来上国个到说们为子和地出也时年得就要下以生会过家对可后而能";

    // The Encoding Standard reads these labels as the encoding that includes them.
    private static readonly Dictionary<string, string> Wider = new(StringComparer.OrdinalIgnoreCase)
    {
        ["iso-8859-1"] = "windows-1252",
        ["latin1"] = "windows-1252",
        ["ascii"] = "windows-1252",
        ["us-ascii"] = "windows-1252",
        ["gb2312"] = "gb18030",
        ["gbk"] = "gb18030",
        ["x-gbk"] = "gb18030",
        ["cp1251"] = "windows-1251",
        ["cp1252"] = "windows-1252",
        ["utf8"] = "utf-8",
        ["unicode-1-1-utf-8"] = "utf-8",
        // A declaration that could be read as ASCII is not written in UTF-16.
        ["utf-16"] = "utf-8",
        ["utf-16le"] = "utf-8",
        ["utf-16be"] = "utf-8",
    };

    /// <returns>Null for a name that means nothing.</returns>
    public static Encoding? Named(string label)
    {
        var name = Wider.GetValueOrDefault(label, label);
        try
        {
            // UTF-7 hides markup from whoever looks for it; the runtime itself gives no way to it by name.
            return CodePagesEncodingProvider.Instance.GetEncoding(name) ?? Encoding.GetEncoding(name);
        }
        catch (Exception failure) when (failure is ArgumentException or NotSupportedException)
        {
            return null;
        }
    }

    /// <param name="bytes">That are not valid UTF-8 and say nothing of their encoding.</param>
    public static Encoding Guess(ReadOnlySpan<byte> bytes)
    {
        var sample = bytes[..Math.Min(bytes.Length, Sample)];
        var chinese = Named("gb18030")!;
        if (Share(chinese.GetString(sample), CommonChinese) > 0.12)
            return chinese;
        Encoding[] cyrillic = [Named("windows-1251")!, Named("koi8-r")!];
        double[] shares = [Share(cyrillic[0].GetString(sample), CommonRussian), Share(cyrillic[1].GetString(sample), CommonRussian)];
        return shares.Max() > 0.5 ? cyrillic[Array.IndexOf(shares, shares.Max())] : Named("windows-1252")!;
    }

    // Of the letters beyond ASCII. One that stands alone among ASCII letters is an accented one, as in "café".
    private static double Share(string text, string common)
    {
        int beyond = 0, found = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!IsBeyond(text, at))
                continue;
            beyond++;
            if ((IsBeyond(text, at - 1) || IsBeyond(text, at + 1)) && common.Contains(text[at], StringComparison.Ordinal))
                found++;
        }

        return beyond < 10 ? 0 : (double)found / beyond;
    }

    private static bool IsBeyond(string text, int at) =>
        at >= 0 && at < text.Length && text[at] > '\u007F' && char.IsLetter(text[at]);
}
