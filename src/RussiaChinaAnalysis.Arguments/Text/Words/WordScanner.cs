using System.Buffers;
using System.Globalization;
using System.Text;

namespace RussiaChinaAnalysis.Arguments.Text.Words;

/// <summary>
/// Walks the words of a stretch of text in one pass. A word is a run of letters, digits and marks with apostrophes
/// inside; abbreviations with full stops between single letters (“U.S.”) are one word.
/// </summary>
public ref struct WordScanner
{
    private const int ModifierApostrophe = 0x02BC;

    private readonly ReadOnlySpan<char> text;
    private readonly int end;
    private int position;

    public WordScanner(string text, TextSpan within)
    {
        this.text = text;
        position = within.Start;
        end = within.End;
        Current = new Word(default, default, WordJoint.Break);
    }

    public WordScanner(string text)
        : this(text, new TextSpan(0, text.Length))
    {
    }

    public Word Current { get; private set; }

    public bool MoveNext()
    {
        var gap = position;
        var isFirst = Current.Span.IsEmpty;
        while (position < end && WordCharacterAt(position) == 0)
            position++;

        if (position >= end)
            return false;

        var start = position;
        var joint = isFirst ? WordJoint.Break : Classify(text[gap..start]);
        var letters = 0;
        while (position < end)
        {
            var width = WordCharacterAt(position);
            if (width > 0)
            {
                position += width;
                letters++;
            }
            else if (Apostrophes.Contains(text[position]) && WordCharacterAt(position + 1) > 0)
            {
                position++;
                letters += 2;
            }
            else if (letters == 1 && IsFullStopOfAbbreviation())
            {
                position++;
                letters = 0;
            }
            else
            {
                break;
            }
        }

        var stem = StemEnd(start, position);
        if (stem == position && position < end && Apostrophes.Contains(text[position]) && char.ToLowerInvariant(text[position - 1]) == 's')
            position++;

        Current = new Word(new TextSpan(start, position), new TextSpan(start, stem), joint);
        return true;
    }

    private static readonly SearchValues<char> Apostrophes = SearchValues.Create("'’ʼ");

    private static readonly SearchValues<char> Hyphens = SearchValues.Create("-‐‑‒–/&");

    private static readonly SearchValues<char> Quotes = SearchValues.Create("\"'“”„‟‘’‚‛«»‹›*_`");

    // Between two single letters, as in “U.S.”, but not in “Plan A.Then”.
    private readonly bool IsFullStopOfAbbreviation() =>
        text[position] == '.'
        && char.IsLetter(text[position - 1])
        && position + 1 < end && char.IsLetter(text[position + 1])
        && (position + 2 >= end || WordCharacterAt(position + 2) == 0);

    private readonly int StemEnd(int start, int wordEnd)
    {
        var length = wordEnd - start;
        return length > 2 && char.ToLowerInvariant(text[wordEnd - 1]) == 's' && Apostrophes.Contains(text[wordEnd - 2])
            ? wordEnd - 2
            : wordEnd;
    }

    /// <summary>The width in UTF-16 code units of the letter, digit or mark at a position; 0 where there is none.</summary>
    private readonly int WordCharacterAt(int index)
    {
        if (index >= end)
            return 0;

        var character = text[index];
        if (char.IsAsciiLetterOrDigit(character))
            return 1;
        if (character < 128)
            return 0;
        if (Rune.DecodeFromUtf16(text[index..end], out var rune, out var width) != OperationStatus.Done)
            return 0;

        return Rune.GetUnicodeCategory(rune) switch
        {
            UnicodeCategory.UppercaseLetter or UnicodeCategory.LowercaseLetter or UnicodeCategory.TitlecaseLetter
                or UnicodeCategory.ModifierLetter or UnicodeCategory.OtherLetter
                or UnicodeCategory.DecimalDigitNumber or UnicodeCategory.LetterNumber
                or UnicodeCategory.NonSpacingMark or UnicodeCategory.SpacingCombiningMark
                when rune.Value is not ModifierApostrophe => width,
            // The soft hyphen and the joiners stand inside words.
            UnicodeCategory.Format when rune.Value is 0x00AD or 0x200C or 0x200D => width,
            _ => 0,
        };
    }

    private static WordJoint Classify(ReadOnlySpan<char> gap)
    {
        if (gap.Length == 1 && Hyphens.Contains(gap[0]))
            return WordJoint.Hyphen;

        var lines = 0;
        foreach (var character in gap)
        {
            if (character == '\n')
                lines++;
            if (lines > 1 || (!char.IsWhiteSpace(character) && !Quotes.Contains(character)))
                return WordJoint.Break;
        }

        return gap.IsEmpty ? WordJoint.Break : WordJoint.Space;
    }
}
