namespace RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;

/// <summary>What stands before an item of a list: a bullet, a dash, a number, a letter. It is layout, not text.</summary>
internal static class ListMarks
{
    public static bool IsBullet(Line line) =>
        line.Words.Count > 1 && line.Words[0].Text is "•" or "‣" or "▪" or "●" or "○" or "◦" or "■" or "□" or "–" or "—" or "-" or "*" or "·" or "" or "o" or "➢" or "✓"
        && (line.Words[0].Text is not "o" || line.Words[1].Left - line.Words[0].Right > 0.5 * line.Size);

    /// <summary>"1.", "12)", "(3)", "a)", "(b)", "iv.".</summary>
    public static bool IsNumber(Line line)
    {
        if (line.Words.Count < 2)
            return false;
        var mark = line.Words[0].Text.AsSpan();
        var closed = mark[^1] == ')';
        if (mark.Length < 2 || !(closed || mark[^1] == '.'))
            return false;
        var inner = mark[(mark[0] == '(' ? 1 : 0)..^1];
        return inner.Length switch
        {
            0 => false,
            1 or 2 when IsDigits(inner) => true,
            1 => closed && char.IsAsciiLetterLower(inner[0]),
            <= 4 => inner.IndexOfAnyExcept("ivx") < 0,
            _ => false,
        };
    }

    /// <summary>The number or sign with which a note begins.</summary>
    public static bool IsNoteMark(Line line) =>
        LengthOfJoinedMark(line.Words[0].Text) > 0
        || (line.Words.Count > 1 && line.Words[0].Text is { Length: <= 4 } mark
            && (IsDigits(mark.AsSpan().TrimEnd('.').TrimEnd(']').TrimStart('[')) || mark is "*" or "**" or "†" or "‡" or "§"));

    public static Line Strip(Line line)
    {
        var first = line.Words[0];
        var joined = LengthOfJoinedMark(first.Text);
        return new(joined > 0 ? [first with { Text = first.Text[joined..] }, .. line.Words.Skip(1)] : [.. line.Words.Skip(1)], line.Page);
    }

    // "1City of …": some programs set no space after the number of a note. "3D" and "4G" are words.
    private static int LengthOfJoinedMark(string word)
    {
        var digits = word.AsSpan().IndexOfAnyExceptInRange('0', '9');
        return digits is > 0 and <= 3 && word.Length > digits + 1 && char.IsUpper(word[digits]) && char.IsLower(word[digits + 1]) ? digits : 0;
    }

    private static bool IsDigits(ReadOnlySpan<char> text) => !text.IsEmpty && text.IndexOfAnyExceptInRange('0', '9') < 0;
}
