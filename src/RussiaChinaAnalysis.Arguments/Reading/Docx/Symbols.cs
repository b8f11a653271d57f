using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace RussiaChinaAnalysis.Arguments.Reading.Docx;

/// <summary>
/// A character that is set by its place in a font. Fonts of symbols have places of their own, which the format writes as
/// F000 to F0FF; those of Symbol are letters and signs (Adobe's encoding of it), of Wingdings only the arrows that Word sets by
/// itself are.
/// </summary>
internal static class Symbols
{
    private const string Unknown = "\uFFFD";

    private const int FirstLow = 0x20;
    private const string Low = " !∀#∃%&∋()∗+,−./0123456789:;<=>?≅ΑΒΧΔΕΦΓΗΙϑΚΛΜΝΟΠΘΡΣΤΥςΩΞΨΖ[∴]⊥_‾αβχδεφγηιϕκλμνοπθρστυϖωξψζ{|}∼";

    private const int FirstHigh = 0xA0;
    private const string High = "€ϒ′≤⁄∞ƒ♣♦♥♠↔←↑→↓°±″≥×∝∂•÷≠≡≈…⏐⎯↵ℵℑℜ℘⊗⊕∅∩∪⊃⊇⊄⊂⊆∈∉∠∇®©™∏√⋅¬∧∨⇔⇐⇑⇒⇓◊〈®©™∑";

    public static string Read(SymbolChar symbol)
    {
        if (!int.TryParse(symbol.Char?.Value, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code) || code is <= 0 or > char.MaxValue)
            return Unknown;
        var font = symbol.Font?.Value ?? "";
        if (font.Equals("Symbol", StringComparison.OrdinalIgnoreCase) && code is < 0x100 or (>= 0xF000 and <= 0xF0FF))
            return InSymbol(code & 0xFF);
        if (font.Equals("Wingdings", StringComparison.OrdinalIgnoreCase))
            return InWingdings(code & 0xFF);
        return char.GetUnicodeCategory((char)code) == UnicodeCategory.PrivateUse ? Unknown : ((char)code).ToString();
    }

    private static string InSymbol(int place) =>
        (uint)(place - FirstLow) < Low.Length ? Low[place - FirstLow].ToString()
        : (uint)(place - FirstHigh) < High.Length ? High[place - FirstHigh].ToString()
        : Unknown;

    private static string InWingdings(int place) => place switch
    {
        0xDF => "←",
        0xE0 => "→",
        0xE1 => "↑",
        0xE2 => "↓",
        0xE7 => "⇐",
        0xE8 => "➔",
        0xF3 => "⇔",
        _ => Unknown,
    };
}
