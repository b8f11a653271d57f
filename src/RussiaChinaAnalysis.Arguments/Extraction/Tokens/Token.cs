using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Tokens;

internal enum TokenKind : byte
{
    Word,
    Number,
    Punctuation,
}

/// <param name="Word">The number of the word in the lexicon; -1 when no cue holds it.</param>
/// <param name="Stem">A hash of the word's stem; 0 for punctuation and for words without subject matter.</param>
internal readonly record struct Token(int Start, int End, int Word, uint Stem, WordClass Class, TokenKind Kind, char First)
{
    public TextSpan Span => new(Start, End);

    public bool Is(WordClass any) => (Class & any) != 0;

    public bool IsPunctuation(char mark) => Kind == TokenKind.Punctuation && First == mark;

    public bool IsCapitalised => Kind == TokenKind.Word && char.IsUpper(First);
}

/// <summary>All tokens of a document, in order, and the cues found among them.</summary>
internal sealed class TokenBuffer
{
    public static readonly TokenBuffer Empty = new([], []);

    private readonly Token[] tokens;
    private readonly CueMatch[] cues;

    public TokenBuffer(Token[] tokens, CueMatch[] cues)
    {
        this.tokens = tokens;
        this.cues = cues;
    }

    public int Count => tokens.Length;

    public ref readonly Token this[int index] => ref tokens[index];

    public ReadOnlySpan<Token> Between(int first, int end) => tokens.AsSpan(first, end - first);

    /// <summary>The cues that begin at a token in <c>[first, end)</c>, in order.</summary>
    public ReadOnlySpan<CueMatch> CuesBetween(int first, int end)
    {
        var from = LowerBound(first);
        var to = from;
        while (to < cues.Length && cues[to].FirstToken < end)
            to++;
        return cues.AsSpan(from, to - from);
    }

    /// <summary>The senses of the cue that begins at a token, and where it ends; empty when none begins there.</summary>
    public CueMatch CueAt(int token)
    {
        var index = LowerBound(token);
        return index < cues.Length && cues[index].FirstToken == token ? cues[index] : new CueMatch(token, token, default);
    }

    private int LowerBound(int token)
    {
        var (low, high) = (0, cues.Length);
        while (low < high)
        {
            var middle = (low + high) >>> 1;
            if (cues[middle].FirstToken < token)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}

/// <summary>The words <c>[FirstToken, EndToken)</c> are a cue of the lexicon.</summary>
internal readonly record struct CueMatch(int FirstToken, int EndToken, CueSenses Senses);
