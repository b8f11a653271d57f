using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>Reads dates and periods at a position; each method returns the position after what it read, or none.</summary>
/// <param name="reference">The year of publication, from which “last year” is counted; null when it is unknown.</param>
internal readonly ref partial struct TimeReader(string text, ReadOnlySpan<FigureToken> tokens, int? reference)
{
    private readonly string text = text;
    private readonly ReadOnlySpan<FigureToken> tokens = tokens;
    private readonly int? reference = reference;

    /// <summary>The longest expression that begins here, with its preposition; the position after it goes to <paramref name="end"/>.</summary>
    public TimeExpression? At(int start, out int end)
    {
        end = start;
        var relation = TimeRelation.In;
        var next = start;
        var prefixed = false;
        if (tokens[start].Is(LexemeKind.Relation))
        {
            relation = (TimeRelation)tokens[start].Lexeme!.Value;
            prefixed = true;
            next++;
            // “Of” says nothing of the direction and stays outside.
            if (IsOf(start))
                start++;
        }
        else if (tokens[start].Is(LexemeKind.RangeStart))
        {
            prefixed = true;
            next++;
        }

        if (start >= tokens.Length || Core(next, prefixed, out end) is not { } core)
            return null;

        // “From 2014 to 2022”, “between 2014 and 2022”, “2014–2022”.
        if (end + 1 < tokens.Length && (tokens[end].IsDash || (tokens[end].Is(LexemeKind.RangeEnd) && tokens[start].Is(LexemeKind.RangeStart)))
            && Core(end + 1, prefixed: true, out var rangeEnd) is { } last && last.First >= core.First)
        {
            end = rangeEnd;
            core = core with { Last = last.Last, Month = null };
        }
        else if (tokens[start].Is(LexemeKind.RangeStart))
        {
            if (!TextOpensSince(start))
                return null;
            relation = TimeRelation.Since;
        }

        var span = new TextSpan(tokens[start].Span.Start, tokens[end - 1].Span.End);
        return relation switch
        {
            TimeRelation.Since => new TimeExpression(span, relation, core.First, null, core.Month),
            TimeRelation.After => new TimeExpression(span, relation, core.Last, null, core.Month),
            // What is before a year ended the year before; before a month or a day it may be the same year.
            TimeRelation.Before => new TimeExpression(span, relation, null, core.Month is null ? core.First - 1 : core.First, core.Month),
            TimeRelation.Until => new TimeExpression(span, relation, null, core.Last, core.Month),
            _ => new TimeExpression(span, relation, core.First, core.Last, core.Month),
        };
    }

    /// <summary>“From”, but not “between”.</summary>
    private bool TextOpensSince(int start) => tokens[start].Span.Length == 4;

    private bool IsOf(int index) => tokens[index].Span.Length == 2 && tokens[index].Token.First is 'o' or 'O';

    private Years? Core(int start, bool prefixed, out int end)
    {
        end = start;
        if (start >= tokens.Length)
            return null;

        return Date(start, prefixed, out end)
            ?? Part(start, prefixed, out end)
            ?? Decade(start, out end)
            ?? Century(start, out end)
            ?? Relative(start, isPart: false, out end)
            ?? Year(start, prefixed, out end);
    }

    /// <summary>“23 February 2022”, “February 23, 2022”, “February 2022”, “April this year”, “spring of 2024”, “2022-02-24”.</summary>
    private Years? Date(int start, bool prefixed, out int end)
    {
        end = start;
        if (IsIsoDate(start))
        {
            end = start + 5;
            return new Years((int)tokens[start].Number, (int)tokens[start].Number, (int)tokens[start + 2].Number);
        }

        var next = start;
        if (IsDay(next) && next + 1 < tokens.Length && tokens[next + 1].Is(LexemeKind.Month) && tokens[next + 1].Token.IsCapitalised)
            next++;
        if (!tokens[next].Is(LexemeKind.Month | LexemeKind.Season) || (tokens[next].Is(LexemeKind.Month) && !tokens[next].Token.IsCapitalised))
            return null;

        int? month = tokens[next].Is(LexemeKind.Month) ? (int)tokens[next].Lexeme!.Value : null;
        var hasDay = next > start;
        next++;
        if (month is not null && !hasDay && next < tokens.Length && IsDay(next))
        {
            hasDay = true;
            next++;
        }

        var year = next;
        if (year < tokens.Length && (tokens[year].IsMark(',') || tokens[year].Is(LexemeKind.Relation) && tokens[year].Lexeme!.Value == (int)TimeRelation.In))
            year++;
        if (year < tokens.Length && tokens[year].IsYear)
        {
            end = year + 1;
            return new Years((int)tokens[year].Number, (int)tokens[year].Number, month);
        }

        if (next < tokens.Length && Relative(next, isPart: false, out var relativeEnd) is { } relative)
        {
            end = relativeEnd;
            return relative with { Month = month };
        }

        if (month is null || !(hasDay || prefixed))
            return null;

        end = next;
        return new Years(null, null, month);
    }

    /// <summary>“Early 2025”, “mid-1970s”, “the end of the nineteenth century”, “the first half of 2024”.</summary>
    private Years? Part(int start, bool prefixed, out int end)
    {
        end = start;
        var next = SkipArticle(start);
        if (next >= tokens.Length)
            return null;

        double from;
        double to;
        if (tokens[next].Is(LexemeKind.Part))
        {
            (from, to) = tokens[next].Lexeme!.Value switch { 0 => (0.0, 1 / 3.0), 1 => (1 / 3.0, 2 / 3.0), _ => (2 / 3.0, 1.0) };
            next++;
        }
        else if (tokens[next].Is(LexemeKind.Ordinal) && next + 1 < tokens.Length && tokens[next + 1].Is(LexemeKind.Half))
        {
            (from, to) = tokens[next].Lexeme!.Value < 2 ? (0.0, 0.5) : (0.5, 1.0);
            next += 2;
        }
        else
        {
            return null;
        }

        if (next < tokens.Length && (tokens[next].IsDash || tokens[next].Is(LexemeKind.Relation)))
            next++;
        next = SkipArticle(next);
        if (next >= tokens.Length)
            return null;

        var whole = Date(next, prefixed, out end) ?? Decade(next, out end) ?? Century(next, out end) ?? Relative(next, isPart: true, out end) ?? Year(next, prefixed: true, out end);
        if (whole is not { First: { } first, Last: { } last } || last == first)
            return whole;

        var length = last - first + 1;
        return whole.Value with { First = first + (int)(from * length), Last = first + (int)Math.Ceiling(to * length) - 1 };
    }

    /// <summary>“The 1970s”, “the ’80s”.</summary>
    private Years? Decade(int start, out int end)
    {
        end = start;
        var next = SkipArticle(start);
        if (next + 1 < tokens.Length && tokens[next].Token.Kind == Tokens.TokenKind.Punctuation && tokens[next].Token.First is '\'' or '’' or '‘')
            next++;
        if (next >= tokens.Length || !tokens[next].IsDigits || tokens[next].Suffix != "s" || tokens[next].Number % 10 != 0)
            return null;

        var decade = (int)tokens[next].Number;
        if (decade is >= 20 and < 100)
            decade += 1900;
        if (decade is < 1000 or >= 2200)
            return null;

        end = next + 1;
        return new Years(decade, decade + 9, null);
    }

    /// <summary>“The nineteenth century”, “the 19th and 20th centuries”.</summary>
    private Years? Century(int start, out int end)
    {
        end = start;
        var next = SkipArticle(start);
        if (next >= tokens.Length || OrdinalAt(next) is not { } first)
            return null;

        var last = first;
        if (next + 2 < tokens.Length && tokens[next + 1].Is(LexemeKind.RangeEnd) && OrdinalAt(next + 2) is { } second)
        {
            last = second;
            next += 2;
        }

        if (next + 1 >= tokens.Length || !tokens[next + 1].Is(LexemeKind.Century) || first is < 1 or > 22 || last < first || last > 22)
            return null;

        end = next + 2;
        return new Years(((first - 1) * 100) + 1, last * 100, null);
    }

    private Years? Year(int start, bool prefixed, out int end)
    {
        end = start;
        if (start < tokens.Length && tokens[start].Is(LexemeKind.Year) && start + 1 < tokens.Length && tokens[start + 1].IsYear)
        {
            start++;
            prefixed = true;
        }

        if (start >= tokens.Length || !tokens[start].IsYear)
            return null;

        // “2000 soldiers” is a number; “in 2000” and “(2000)” are years.
        var counts = start + 1 < tokens.Length && (tokens[start + 1].IsPlainWord && !tokens[start + 1].Token.IsCapitalised || tokens[start + 1].Is(LexemeKind.Percent | LexemeKind.Currency | LexemeKind.Magnitude));
        var money = start > 0 && tokens[start - 1].Is(LexemeKind.Currency);
        if (money || (counts && !prefixed && !IsNamed(start)) || tokens[start].Number < (prefixed ? 1000 : 1500))
            return null;

        end = start + 1;
        return new Years((int)tokens[start].Number, (int)tokens[start].Number, null);
    }

    /// <summary>“The 2014 sanctions”, “Russia’s 2014 elections”, “the disputed 2020 elections”, “the 2014 and 2018 elections”: a year, and no count of what follows.</summary>
    private bool IsNamed(int year)
    {
        var next = year + 1;
        // “The 1500 soldiers”: round numbers mostly count.
        if (year == 0 || (tokens[year].Number % 100 == 0 && tokens[year].Number is not (1900 or 2000))
            || tokens[next].Is(LexemeKind.Unit | LexemeKind.Percent | LexemeKind.Currency | LexemeKind.Magnitude)
            || tokens[next].Span.In(text) is "people" or "men" or "women" or "children" or "troops" or "soldiers")
            return false;

        var before = tokens[year - 1];
        if (before.Is(LexemeKind.Article) || IsPossessive(before))
            return true;
        return year > 1
            && (before.IsPlainWord && tokens[year - 2].Is(LexemeKind.Article)
                || before.Span.In(text) is "and" or "or" && tokens[year - 2].IsYear);
    }

    private bool IsPossessive(in FigureToken token) =>
        token.Span.In(text) is "its" or "Its" or "their" or "Their" or "his" or "her" or "our" or "this" or "This" or "that" or "these" or "These" or "those"
        || token.IsWord && token.Span.Length > 2 && (token.Span.In(text).EndsWith("'s") || token.Span.In(text).EndsWith("’s"));

    private bool IsIsoDate(int start) =>
        start + 4 < tokens.Length && tokens[start].IsYear
        && tokens[start + 1].IsMark('-') && tokens[start + 2].IsDigits && tokens[start + 2].Number is >= 1 and <= 12
        && tokens[start + 3].IsMark('-') && tokens[start + 4].IsDigits && tokens[start + 4].Number is >= 1 and <= 31;

    private bool IsDay(int index) =>
        index < tokens.Length && tokens[index].IsDigits && tokens[index].Number is >= 1 and <= 31
        && tokens[index].Suffix is "" or "st" or "nd" or "rd" or "th";

    private int? OrdinalAt(int index)
    {
        if (tokens[index].Is(LexemeKind.Ordinal))
            return (int)tokens[index].Lexeme!.Value;
        return tokens[index].IsDigits && tokens[index].Suffix is "st" or "nd" or "rd" or "th" && tokens[index].Number < 100 ? (int)tokens[index].Number : null;
    }

    private int SkipArticle(int index) => index < tokens.Length && tokens[index].Is(LexemeKind.Article) ? index + 1 : index;

    private readonly record struct Years(int? First, int? Last, int? Month);
}
