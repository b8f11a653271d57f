using System.Collections.Frozen;

namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>The English words for numbers, units and times.</summary>
internal static class Lexemes
{
    /// <summary>The value of a unit of time in the plural.</summary>
    public const int Several = 1;

    /// <summary>The name of words that can point to a decade or century of the calendar: “last”, but not “past”.</summary>
    public const string OfCalendar = "calendar";

    private const int LongestWord = 24;

    private static readonly FrozenDictionary<string, Lexeme> ByWord = Build();

    // Most words mean nothing here; length, first and last letter tell that without a look-up.
    private static readonly bool[] Shapes = ShapesOf(ByWord.Keys);

    /// <summary>Null for a word without meaning here.</summary>
    public static Lexeme? Find(ReadOnlySpan<char> word)
    {
        if (word.Length > LongestWord || !Shapes[ShapeOf(word)] && !word.ContainsAny('-', '\'', '’'))
            return null;

        Span<char> lower = stackalloc char[LongestWord];
        var length = word.ToLowerInvariant(lower);
        ReadOnlySpan<char> folded = lower[..length];
        if (folded.EndsWith("'s") || folded.EndsWith("’s"))
            folded = folded[..^2];
        var lookup = ByWord.GetAlternateLookup<ReadOnlySpan<char>>();
        if (lookup.TryGetValue(folded, out var lexeme))
            return lexeme;

        // “Twenty-five”, “two-thirds”.
        var hyphen = folded.IndexOf('-');
        if (hyphen <= 0 || !lookup.TryGetValue(folded[..hyphen], out var first) || !lookup.TryGetValue(folded[(hyphen + 1)..], out var second) || !first.Is(LexemeKind.Number))
            return null;
        if (second.Is(LexemeKind.Number) && first.Value >= 20 && second.Value < 10)
            return new Lexeme(LexemeKind.Number, first.Value + second.Value);
        return second.Is(LexemeKind.Fraction) && second.Value > first.Value
            ? new Lexeme(LexemeKind.Fraction | LexemeKind.Number, first.Value / second.Value, "fraction")
            : null;
    }

    private static int ShapeOf(ReadOnlySpan<char> word)
    {
        const int letters = 32;
        return word.IsEmpty ? 0 : ((Math.Min(word.Length, LongestWord) * letters) + (word[0] & (letters - 1))) * letters + (word[^1] & (letters - 1));
    }

    private static bool[] ShapesOf(IEnumerable<string> words)
    {
        var shapes = new bool[(LongestWord + 1) * 32 * 32];
        foreach (var word in words)
            shapes[ShapeOf(word)] = true;
        return shapes;
    }

    private static FrozenDictionary<string, Lexeme> Build()
    {
        var words = new Dictionary<string, Lexeme>(StringComparer.Ordinal);
        Number(words, LexemeKind.Number, 0, "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen");
        Number(words, LexemeKind.Number, 20, "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety");
        foreach (var (word, value) in new (string, double)[] { ("hundred", 1e2), ("hundreds", 1e2), ("thousand", 1e3), ("thousands", 1e3), ("million", 1e6), ("millions", 1e6), ("billion", 1e9), ("billions", 1e9), ("trillion", 1e12), ("trillions", 1e12), ("dozen", 12), ("dozens", 12), ("k", 1e3), ("m", 1e6), ("mn", 1e6), ("bn", 1e9), ("tn", 1e12) })
            words[word] = new Lexeme(LexemeKind.Magnitude, value);

        Number(words, LexemeKind.Ordinal, 1, "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth");
        words["twenty-first"] = new Lexeme(LexemeKind.Ordinal, 21);
        Number(words, LexemeKind.Fraction | LexemeKind.Ordinal, 3, "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth");
        Number(words, LexemeKind.Fraction, 3, "thirds", "fourths", "fifths", "sixths", "sevenths", "eighths", "ninths", "tenths");
        words["quarter"] = words["quarters"] = new Lexeme(LexemeKind.Fraction, 4);
        words["half"] = words["halves"] = new Lexeme(LexemeKind.Fraction | LexemeKind.Half, 2);

        All(words, new Lexeme(LexemeKind.Percent), "percent % pct percentage");
        All(words, new Lexeme(LexemeKind.Point), "point points");
        foreach (var (code, names) in new[] { ("USD", "$ dollar dollars usd"), ("EUR", "€ euro euros eur"), ("GBP", "£ pound pounds gbp sterling"), ("CNY", "yuan renminbi rmb cny"), ("JPY", "¥ yen jpy"), ("RUB", "₽ rouble roubles ruble rubles rub"), ("INR", "₹ rupee rupees inr"), ("CHF", "franc francs chf") })
            All(words, new Lexeme(LexemeKind.Currency, 0, code), names);
        foreach (var (unit, names) in new[] { ("kilometre", "km kilometre kilometres kilometer kilometers"), ("metre", "metre metres meter meters"), ("mile", "mile miles"), ("tonne", "tonne tonnes ton tons"), ("kilogram", "kg kilogram kilograms"), ("litre", "litre litres liter liters"), ("barrel", "barrel barrels"), ("hectare", "hectare hectares"), ("acre", "acre acres"), ("megawatt", "mw megawatt megawatts"), ("gigawatt", "gw gigawatt gigawatts"), ("degree", "degree degrees"), ("minute", "minute minutes"), ("hour", "hour hours"), ("day", "day days"), ("week", "week weeks"), ("month", "month months") })
            All(words, new Lexeme(LexemeKind.Unit, 0, unit), names);

        Number(words, LexemeKind.Month, 1, "january february march april may june july august september october november december");
        Number(words, LexemeKind.Month, 1, "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec");
        words["sept"] = words["september"];
        All(words, new Lexeme(LexemeKind.Season), "spring summer autumn winter");
        All(words, new Lexeme(LexemeKind.Part, 0, "early"), "early beginning start");
        All(words, new Lexeme(LexemeKind.Part, 1, "mid"), "mid middle");
        All(words, new Lexeme(LexemeKind.Part, 2, "late"), "late end");
        All(words, new Lexeme(LexemeKind.Year | LexemeKind.Unit, 0, "year"), "year");
        All(words, new Lexeme(LexemeKind.Year | LexemeKind.Unit, Several, "year"), "years");
        All(words, new Lexeme(LexemeKind.Decade | LexemeKind.Unit, 0, "decade"), "decade");
        All(words, new Lexeme(LexemeKind.Decade | LexemeKind.Unit, Several, "decade"), "decades");
        All(words, new Lexeme(LexemeKind.Century | LexemeKind.Unit, 0, "century"), "century");
        All(words, new Lexeme(LexemeKind.Century | LexemeKind.Unit, Several, "century"), "centuries");
        foreach (var (relation, names) in new[] { (TimeRelation.In, "in during throughout of at around"), (TimeRelation.Since, "since"), (TimeRelation.After, "after"), (TimeRelation.Before, "before"), (TimeRelation.Until, "until till"), (TimeRelation.By, "by") })
            All(words, new Lexeme(LexemeKind.Relation, (int)relation), names);
        All(words, new Lexeme(LexemeKind.RangeStart), "between from");
        All(words, new Lexeme(LexemeKind.RangeEnd), "to and");
        All(words, new Lexeme(LexemeKind.Relative, -1), "past recent");
        All(words, new Lexeme(LexemeKind.Relative, -1, OfCalendar), "last previous");
        All(words, new Lexeme(LexemeKind.Relative, 0, OfCalendar), "this current");
        All(words, new Lexeme(LexemeKind.Relative, 1, OfCalendar), "next");
        All(words, new Lexeme(LexemeKind.Relative, 1), "coming following");
        All(words, new Lexeme(LexemeKind.Article), "a an the");
        foreach (var (approximation, names) in new[] { (Approximation.About, "about around roughly approximately some circa"), (Approximation.Almost, "almost nearly"), (Approximation.MoreThan, "over exceeding"), (Approximation.LessThan, "under below") })
            foreach (var name in names.Split(' '))
                words[name] = words.TryGetValue(name, out var known) ? known with { Kind = known.Kind | LexemeKind.Approximate, Name = approximation.ToString() } : new Lexeme(LexemeKind.Approximate, 0, approximation.ToString());
        // Nouns after a small number that count nothing worth comparing.
        All(words, new Lexeme(LexemeKind.NotCounted), "sides ways things reasons cases hands times");
        foreach (var name in "will shall won't won’t may might could would can likely expected bound set poised going unlikely".Split(' '))
            Also(words, name, LexemeKind.Predictive);
        foreach (var name in "according data figures statistics estimates survey report reported published estimated".Split(' '))
            Also(words, name, LexemeKind.Reporting);
        return words.ToFrozenDictionary(StringComparer.Ordinal);
    }

    private static void Also(Dictionary<string, Lexeme> words, string name, LexemeKind kind) =>
        words[name] = words.TryGetValue(name, out var known) ? known with { Kind = known.Kind | kind } : new Lexeme(kind);

    private static void Number(Dictionary<string, Lexeme> words, LexemeKind kind, double first, string names)
    {
        foreach (var name in names.Split(' '))
            words[name] = new Lexeme(kind, first++);
    }

    private static void Number(Dictionary<string, Lexeme> words, LexemeKind kind, double first, params ReadOnlySpan<string> names)
    {
        var step = first == 20 ? 10 : 1;
        for (var index = 0; index < names.Length; index++)
            words[names[index]] = new Lexeme(kind, first + (step * index));
    }

    private static void All(Dictionary<string, Lexeme> words, Lexeme lexeme, string names)
    {
        foreach (var name in names.Split(' '))
            words[name] = lexeme;
    }
}
