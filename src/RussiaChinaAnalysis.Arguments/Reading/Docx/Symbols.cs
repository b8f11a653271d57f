using System.Globalization;
using DocumentFormat.OpenXml.Wordprocessing;

namespace RussiaChinaAnalysis.Arguments.Reading.Docx;

/// <summary>
/// A character that is set by its place in a font. Fonts of symbols have places of their own, which the format writes as
/// F000 to F0FF; those of Symbol are letters and signs (Adobe's encoding of it), of Wingdings those are read that Word sets by
/// itself or that mark lists and answers. The rest are pictures, which say nothing in a sentence.
/// </summary>
internal static class Symbols
{
    private const string Unknown = "\uFFFD";
    private const string Picture = " ";

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
        if (font.StartsWith("Wingdings", StringComparison.OrdinalIgnoreCase) || font.Equals("Webdings", StringComparison.OrdinalIgnoreCase))
            return Picture;
        return char.GetUnicodeCategory((char)code) == UnicodeCategory.PrivateUse ? Unknown : ((char)code).ToString();
    }

    private static string InSymbol(int place) =>
        (uint)(place - FirstLow) < Low.Length ? Low[place - FirstLow].ToString()
        : (uint)(place - FirstHigh) < High.Length ? High[place - FirstHigh].ToString()
        : place switch { 0xF1 => "〉", 0xF2 => "∫", _ => Unknown };

    private static string InWingdings(int place) => place switch
    {
        0x4A => "☺",
        0xA7 => "▪",
        0xB7 => "•",
        0xD8 => "➢",
        0xDF => "←",
        0xE0 => "→",
        0xE1 => "↑",
        0xE2 => "↓",
        0xE7 => "⇐",
        0xE8 => "➔",
        0xF3 => "⇔",
        0xFB => "✗",
        0xFC => "✓",
        0xFE => "☑",
        _ => Picture,
    };
}
