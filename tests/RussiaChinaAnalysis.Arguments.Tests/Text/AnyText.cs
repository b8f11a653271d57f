using CsCheck;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Tests.Text;

/// <summary>Generators of texts: any UTF-16 at all, and made of the pieces that rules about sentences and layout look at.</summary>
internal static class AnyText
{
    private static readonly string[] PieceTexts =
    [
        ".", "..", ". . .", "…", "?", "!", "。", "！", "؟", "”", "\"", "'", ")", "(", "[", "]", "«", " »", "•", "⁃ ", "1.", "2)", "(3)", "a.", "b.",
        " ", "  ", "\n", "\n\n", "\t", "\u00A0", "\u2028", "Mr", "U.S", "p", "etc", "a.m", "I", "The", "the", "Trade", "grew", "Россия", "中国",
        "[12]", "³", "😀", "e\u0301", "\uFEFF", "-", "—", "5", "2024", "> ", "- ", "#", "*", "&amp;", "<b>", "$5", "http://a.b/C.D", "A@b.C",
    ];

    private static readonly Gen<string> Pieces = Gen.Int[0, PieceTexts.Length - 1].Select(index => PieceTexts[index]);

    public static Gen<string> Arbitrary { get; } = Gen.OneOf(
        AnyUtf16.String,
        Pieces.Array[0, 40].Select(string.Concat),
        Gen.Select(Pieces, AnyUtf16.Unit).Array[0, 15].Select(pairs => string.Concat(pairs.Select(pair => pair.Item1 + pair.Item2))));

    public static Gen<string> Normalised { get; } = Arbitrary.Select(TextNormaliser.Normalise);
}
