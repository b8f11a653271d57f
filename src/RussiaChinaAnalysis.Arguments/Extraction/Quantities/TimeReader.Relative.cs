namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <content>Times that are counted from the year of publication.</content>
internal readonly ref partial struct TimeReader
{
    /// <summary>
    /// “Last year”, “the past two decades”, “the next ten years”; “this decade” and “the end of the next century” by the
    /// calendar; “recent years” and “the coming decades” without their other end.
    /// </summary>
    /// <param name="isPart">Whether only a part of it is meant, as in “the end of”.</param>
    private Years? Relative(int start, bool isPart, out int end)
    {
        end = start;
        var next = SkipArticle(start);
        if (next + 1 >= tokens.Length || !tokens[next].Is(LexemeKind.Relative))
            return null;

        var direction = (int)tokens[next].Lexeme!.Value;
        var several = next > start;
        var isOfCalendar = tokens[next].Lexeme!.Name == Lexemes.OfCalendar && (!several || direction == 0 || isPart);
        var first = ++next;
        var count = 1.0;
        if (next + 1 < tokens.Length && (tokens[next].IsDigits || tokens[next].Is(LexemeKind.Number)))
        {
            count = tokens[next].IsDigits ? tokens[next].Number : tokens[next].Lexeme!.Value;
            several = true;
            next++;
        }

        if (!tokens[next].Is(LexemeKind.Year | LexemeKind.Decade | LexemeKind.Century) || count > 1000)
            return null;

        end = next + 1;
        var length = tokens[next].Is(LexemeKind.Year) ? 1 : tokens[next].Is(LexemeKind.Decade) ? 10 : 100;
        var years = (int)(count * length);
        if (reference is not { } now)
            return new Years(null, null, null);
        if (next == first && direction != 0 && tokens[next].Lexeme!.Value == Lexemes.Several)
            return direction < 0 ? new Years(null, now, null) : new Years(now, null, null);
        if (next == first && length > 1 && isOfCalendar)
            return OfCalendar(now, direction, length);
        if (years == 1 && !(several && direction < 0))
            return new Years(now + direction, now + direction, null);

        return direction switch
        {
            < 0 => new Years(now - years, now, null),
            0 => new Years(now, now, null),
            _ => new Years(now, now + years, null),
        };
    }

    /// <summary>Decades begin with the year 0, centuries with the year 1.</summary>
    private static Years OfCalendar(int now, int direction, int length)
    {
        var offset = length == 100 ? 1 : 0;
        var begin = (((now - offset) / length) + direction) * length + offset;
        return new Years(begin, begin + length - 1, null);
    }
}
