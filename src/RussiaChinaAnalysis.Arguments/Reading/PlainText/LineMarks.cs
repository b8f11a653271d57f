namespace RussiaChinaAnalysis.Arguments.Reading.PlainText;

/// <summary>What a line shows at its start.</summary>
internal enum LineMark
{
    None,

    /// <summary>"- item", "• item"</summary>
    Bullet,

    /// <summary>"1. item", "a) item": a list item, or a numbered heading.</summary>
    Number,

    /// <summary>"&gt; quoted"</summary>
    Quotation,
}

internal static class LineMarks
{
    private const string BulletsThatTouch = "•⁃‣▪◦●";
    private const string BulletsWithSpace = "-*+–";

    public static LineMark Read(ReadOnlySpan<char> line)
    {
        if (line[0] == '>')
            return LineMark.Quotation;
        if (BulletsThatTouch.Contains(line[0], StringComparison.Ordinal))
            return LineMark.Bullet;
        if (line.Length > 2 && BulletsWithSpace.Contains(line[0], StringComparison.Ordinal) && char.IsWhiteSpace(line[1]))
            return LineMark.Bullet;
        return IsNumbered(line) ? LineMark.Number : LineMark.None;
    }

    // "1.", "12)", "3.)", "(4)", "a)", "(b)"; a letter with a full stop alone would be an initial: "A. Smith".
    private static bool IsNumbered(ReadOnlySpan<char> line)
    {
        var at = line[0] == '(' ? 1 : 0;
        var start = at;
        while (at < line.Length && at - start < 3 && char.IsAsciiDigit(line[at]))
            at++;
        var isLetter = at == start && at < line.Length && char.IsAsciiLetter(line[at]);
        if (isLetter)
            at++;
        if (at == start)
            return false;
        var mark = at;
        if (at < line.Length && line[at] == '.' && (!isLetter || char.IsAsciiLetterLower(line[start])))
            at++;
        if (at < line.Length && line[at] == ')')
            at++;
        return at > mark && at < line.Length - 1 && char.IsWhiteSpace(line[at]) && (start == 0 || line[at - 1] == ')');
    }
}
