namespace RussiaChinaAnalysis.Arguments.Text.Sentences;

/// <summary>The mark of a list item at its start: "1.", "2)", "3.)", "(4)", "a.", "b)", "•", "• 9."</summary>
/// <param name="End">After the mark and the white space behind it.</param>
/// <param name="Number">The number, or 1 for a, 2 for b …; 0 for a bullet.</param>
/// <param name="Letter">The first letter of its series: 'a', 'A'; NUL for numbers.</param>
/// <param name="Bullet">The bullet that it begins with; NUL without one.</param>
internal readonly record struct ListMarker(int End, int Number, char Letter, char Bullet)
{
    private const int LongestNumber = 3;

    public static bool TryRead(ReadOnlySpan<char> block, int start, out ListMarker marker)
    {
        marker = default;
        if (start >= block.Length)
            return false;
        var at = start;
        var bullet = Characters.IsBullet(block[at]) ? block[at] : '\0';
        if (bullet != '\0')
            at = Characters.SkipWhiteSpace(block, at + 1);
        marker = new ListMarker(at, 0, '\0', bullet);
        if (at < block.Length && block[at] == '(')
            at++;
        if (!TryReadNumber(block, ref at, out var number, out var letter) || !TryReadEnd(block, ref at))
            return bullet != '\0';
        marker = new ListMarker(at, number, letter, bullet);
        return true;
    }

    private static bool TryReadNumber(ReadOnlySpan<char> block, ref int at, out int number, out char letter)
    {
        number = 0;
        letter = '\0';
        var start = at;
        while (at < block.Length && at - start < LongestNumber && char.IsAsciiDigit(block[at]))
            number = (number * 10) + (block[at++] - '0');
        if (at > start)
            return true;
        if (at == block.Length || !char.IsAsciiLetter(block[at]))
            return false;
        letter = char.IsAsciiLetterLower(block[at]) ? 'a' : 'A';
        number = block[at++] - letter + 1;
        return true;
    }

    private static bool TryReadEnd(ReadOnlySpan<char> block, ref int at)
    {
        var start = at;
        if (at < block.Length && block[at] == '.')
            at++;
        if (at < block.Length && block[at] == ')')
            at++;
        var end = Characters.SkipWhiteSpace(block, at);
        if (at == start || end == at)
            return false;
        at = end;
        return true;
    }
}
