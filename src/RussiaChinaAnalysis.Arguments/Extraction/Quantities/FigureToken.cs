using System.Globalization;
using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Extraction.Tokens;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>A token with what it means in figures and dates.</summary>
/// <param name="Number">The value of a token of digits; otherwise not a number.</param>
/// <param name="Suffix">The letters right after the digits, in lower case: “s” in 1970s, “bn” in 2bn.</param>
internal readonly record struct FigureToken(Token Token, Lexeme? Lexeme, double Number, string Suffix)
{
    public TextSpan Span => Token.Span;

    public bool IsDigits => !double.IsNaN(Number);

    public bool Is(LexemeKind kinds) => Lexeme?.Is(kinds) == true;

    public bool IsMark(char mark) => Token.IsPunctuation(mark);

    public bool IsDash => Token.Kind == TokenKind.Punctuation && Token.First is '-' or '–' or '‑' or '‒' or '—';

    public bool IsWord => Token.Kind == TokenKind.Word;

    public bool IsPlainWord => IsWord && (Token.Class & (WordClass.Auxiliary | WordClass.Modal | WordClass.Preposition | WordClass.Conjunction
        | WordClass.Determiner | WordClass.SubjectPronoun | WordClass.ObjectPronoun | WordClass.Contraction)) == 0;

    /// <summary>A year written in four digits.</summary>
    public bool IsYear => IsDigits && Suffix.Length == 0 && Token.End - Token.Start == 4 && Number is >= 1000 and < 2200;

    public static FigureToken Of(string text, in Token token)
    {
        var written = token.Span.In(text);
        if (token.Kind != TokenKind.Number)
            return new FigureToken(token, Lexemes.Find(written), double.NaN, "");

        var digits = written.IndexOfAnyExcept("0123456789.,");
        if (digits < 0)
            digits = written.Length;
        var suffix = written[digits..];
        return new FigureToken(
            token,
            null,
            Parse(written[..digits].TrimEnd(".,")),
            suffix.Length is > 0 and <= 4 ? suffix.ToString().ToLowerInvariant() : suffix.Length > 4 ? "?" : "");
    }

    /// <summary>Commas are read as marks of thousands, which English uses; “1,5” is therefore no number.</summary>
    private static double Parse(ReadOnlySpan<char> digits)
    {
        var comma = digits.IndexOf(',');
        if (comma >= 0)
        {
            var point = digits.IndexOf('.');
            var whole = point < 0 ? digits : digits[..point];
            for (var index = comma; index < whole.Length; index += 4)
            {
                if (whole[index] != ',' || whole.Length - index < 4 || whole.Slice(index + 1, 3).Contains(','))
                    return double.NaN;
            }
        }

        return double.TryParse(digits, NumberStyles.AllowDecimalPoint | NumberStyles.AllowThousands, CultureInfo.InvariantCulture, out var value)
            && double.IsFinite(value)
            ? value
            : double.NaN;
    }
}
