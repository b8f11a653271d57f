using System.Globalization;
using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Tokens;

/// <summary>
/// Words (with inner apostrophes, hyphens and the dots of "e.g."), numbers (with inner dots and commas) and single marks.
/// Each word is looked up in the lexicon and the grammar once, here.
/// </summary>
internal sealed class Tokenizer(Lexicon lexicon, Grammar grammar)
{
    private const int LongestWord = 64;

    public void Tokenize(string text, TextSpan span, List<Token> tokens)
    {
        var position = span.Start;
        while (position < span.End)
        {
            var character = text[position];
            if (char.IsWhiteSpace(character))
            {
                position++;
            }
            else if (char.IsAsciiDigit(character))
            {
                var end = EndOfNumber(text, position, span.End);
                tokens.Add(new Token(position, end, -1, 0, WordClass.Number, TokenKind.Number, character));
                position = end;
            }
            else if (IsWordCharacter(character))
            {
                var end = EndOfWord(text, position, span.End);
                tokens.Add(Word(text, position, end));
                position = end;
            }
            else
            {
                tokens.Add(new Token(position, position + 1, -1, 0, WordClass.None, TokenKind.Punctuation, character));
                position++;
            }
        }
    }

    private Token Word(string text, int start, int end)
    {
        Span<char> buffer = stackalloc char[LongestWord];
        var folded = WordHash.Fold(text.AsSpan(start, end - start), buffer);
        var hash = WordHash.Of(folded);
        var wordClass = grammar.ClassOf(hash, folded);
        var stem = (wordClass & (WordClass.Function | WordClass.Auxiliary | WordClass.Modal | WordClass.Preposition
            | WordClass.Determiner | WordClass.SubjectPronoun | WordClass.Conjunction)) != 0
            ? 0
            : (uint)WordHash.Of(Stemmer.Stem(folded)) | 1;
        return new Token(start, end, lexicon.WordOf(hash), stem, wordClass, TokenKind.Word, text[start]);
    }

    private static int EndOfNumber(string text, int position, int end)
    {
        while (++position < end)
        {
            var character = text[position];
            if (!char.IsAsciiLetterOrDigit(character)
                && !(character is '.' or ',' && position + 1 < end && char.IsAsciiDigit(text[position + 1])))
                break;
        }

        return position;
    }

    private static int EndOfWord(string text, int position, int end)
    {
        var start = position;
        while (++position < end)
        {
            var character = text[position];
            if (IsWordCharacter(character) || char.IsAsciiDigit(character))
                continue;
            var inside = position + 1 < end && IsWordCharacter(text[position + 1]);
            if (inside && character is '\'' or '\u2019' or '-')
                continue;
            // "e.g", "U.S": single letters with dots between them.
            if (inside && character == '.' && (position - start == 1 || text[position - 2] == '.'))
                continue;
            break;
        }

        return position;
    }

    private static bool IsWordCharacter(char character) =>
        character < '\u0080'
            ? char.IsAsciiLetter(character) || character == '_'
            : char.IsLetter(character) || char.IsSurrogate(character)
                || CharUnicodeInfo.GetUnicodeCategory(character) is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;
}
