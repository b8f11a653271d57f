using System.Globalization;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Anchoring;

/// <summary>
/// A text as the sequence of its words and signs. White space is left out and typographic quotation marks and dashes
/// count as plain ones, so that a text that was only wrapped or typeset anew reads the same.
/// </summary>
internal sealed class TokenisedText
{
    public const int Unknown = -1;

    private readonly int[] starts;
    private readonly int[] ends;

    private TokenisedText(string text, Func<ReadOnlySpan<char>, int> number)
    {
        Text = text;
        var (startList, endList, ids) = (new List<int>(text.Length / 5), new List<int>(text.Length / 5), new List<int>(text.Length / 5));
        Span<char> plain = stackalloc char[1];
        for (var at = 0; at < text.Length;)
        {
            if (char.IsWhiteSpace(text[at]))
            {
                at++;
                continue;
            }

            var end = EndOfToken(text, at);
            startList.Add(at);
            endList.Add(end);
            plain[0] = Plain(text[at]);
            ids.Add(number(end - at == 1 ? plain : text.AsSpan(at, end - at)));
            at = end;
        }

        (starts, ends, Ids) = ([.. startList], [.. endList], [.. ids]);
    }

    /// <param name="vocabulary">Numbers the tokens, and takes up new ones; texts are comparable when they share it.</param>
    public static TokenisedText Learning(string text, Dictionary<string, int> vocabulary)
    {
        var numbers = vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        return new(text, token =>
        {
            if (!numbers.TryGetValue(token, out var number))
                numbers[token] = number = vocabulary.Count;
            return number;
        });
    }

    /// <summary>Leaves the vocabulary as it is; a token that it does not know is <see cref="Unknown"/>.</summary>
    public static TokenisedText Knowing(string text, Dictionary<string, int> vocabulary)
    {
        var numbers = vocabulary.GetAlternateLookup<ReadOnlySpan<char>>();
        return new(text, token => numbers.TryGetValue(token, out var number) ? number : Unknown);
    }

    public string Text { get; }

    public int[] Ids { get; }

    public int Count => Ids.Length;

    public int Length(int token) => ends[token] - starts[token];

    public ReadOnlySpan<char> Token(int token) => Text.AsSpan(starts[token], Length(token));

    /// <summary>The tokens that the span touches: the first, and the one after the last.</summary>
    public (int From, int To) TokensIn(TextSpan span)
    {
        var from = Array.BinarySearch(ends, span.Start + 1);
        var to = Array.BinarySearch(starts, span.End);
        return (from < 0 ? ~from : from, to < 0 ? ~to : to);
    }

    public TextSpan SpanOf(int from, int to) => new(starts[from], ends[to - 1]);

    private static int EndOfToken(string text, int at)
    {
        if (char.IsHighSurrogate(text[at]) && at + 1 < text.Length && char.IsLowSurrogate(text[at + 1]))
            return at + 2;
        if (!IsWordCharacter(text[at]) || IsIdeograph(text[at]))
            return at + 1;
        var end = at + 1;
        while (end < text.Length && IsWordCharacter(text[end]) && !IsIdeograph(text[end]))
            end++;
        return end;
    }

    private static bool IsWordCharacter(char character) =>
        char.IsLetterOrDigit(character) || char.GetUnicodeCategory(character)
            is UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark;

    /// <summary>Scripts that write no spaces: each character is a token.</summary>
    private static bool IsIdeograph(char character) => character is (>= '\u3040' and <= '\u30FF') or (>= '\u3400' and <= '\u9FFF');

    private static char Plain(char character) => character switch
    {
        '\u2018' or '\u2019' or '\u201B' => '\'',
        '\u201C' or '\u201D' or '\u201F' or '\u00AB' or '\u00BB' => '"',
        '\u2010' or '\u2011' or '\u2012' or '\u2013' or '\u2014' or '\u2212' => '-',
        _ => character,
    };
}
