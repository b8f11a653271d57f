using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>Finds the words that say what a figure measures, after it (“31 percent of exports”) or before it (“exports rose to 31 percent”).</summary>
internal readonly ref struct MeasuredReader(ReadOnlySpan<FigureToken> tokens)
{
    private const int LongestPhrase = 9;

    private readonly ReadOnlySpan<FigureToken> tokens = tokens;

    public TextSpan? Of(in Figure figure, string text)
    {
        if (After(figure.End, text) is { } after)
            return after;
        return figure.Kind == QuantityKind.Count && figure.Unit.Length > 0
            ? new TextSpan(tokens[figure.First].Span.Start, tokens[figure.End - 1].Span.End)
            : Before(figure.First);
    }

    private TextSpan? After(int index, string text)
    {
        if (index >= tokens.Length || !IsWord(index, text, "of") && !IsWord(index, text, "in"))
            return null;

        var first = index + 1;
        var end = first;
        while (end < tokens.Length && end - first < LongestPhrase && BelongsToPhrase(end) && !(end > first && StartsVerb(end)))
            end++;
        return end > first ? Trimmed(first, end) : null;
    }

    /// <summary>From the figure back over prepositions and verbs to the phrase in front of them.</summary>
    private TextSpan? Before(int index)
    {
        var end = index;
        // A statement opens with its subject, even where that could be a verb: “Rents will rise”.
        while (end > 1 && index - end < LongestPhrase && IsVerbal(end - 1))
            end--;
        if (end == index || IsFigure(end - 1))
            return null;

        var first = end;
        while (first > 0 && end - first < LongestPhrase && (BelongsToPhrase(first - 1) || IsInnerPreposition(first - 1, end)) && !IsPastVerb(first - 1))
            first--;
        return first < end && !IsPronoun(first, end) ? Trimmed(first, end) : null;
    }

    /// <summary>Verbs, adverbs and the prepositions between a subject and its figure: “has grown quickly to”.</summary>
    private bool IsVerbal(int index)
    {
        var token = tokens[index];
        if (!token.IsWord || IsNounBeforeVerb(index) || IsNounAfterPreposition(index))
            return false;
        // “Has grown”: whatever follows the auxiliary belongs to the verb.
        return (index > 0 && tokens[index - 1].Token.Is(WordClass.Auxiliary | WordClass.Modal) && !token.Token.Is(WordClass.Determiner) && !token.Token.IsCapitalised)
            || token.Token.Is(WordClass.Auxiliary | WordClass.Modal | WordClass.Adverb | WordClass.Preposition | WordClass.To | WordClass.VerbPast | WordClass.VerbThirdPerson | WordClass.VerbIng | WordClass.VerbBase);
    }

    /// <summary>“Trade grew”, “exports have risen”: what stands right before a finite verb is its subject, even where it could be a verb.</summary>
    private bool IsNounBeforeVerb(int index)
    {
        const WordClass finite = WordClass.VerbPast | WordClass.VerbThirdPerson | WordClass.Auxiliary | WordClass.Modal;
        var word = tokens[index].Token;
        return word.Is(WordClass.VerbBase | WordClass.VerbThirdPerson) && !word.Is(WordClass.Auxiliary | WordClass.Modal | WordClass.Preposition)
            && index + 1 < tokens.Length && tokens[index + 1].Token.Is(finite) && tokens[index + 1].Token.Is(WordClass.Listed);
    }

    /// <summary>“And in imports to 39 percent”.</summary>
    private bool IsNounAfterPreposition(int index) =>
        index > 0 && tokens[index].Token.Is(WordClass.VerbBase | WordClass.VerbThirdPerson) && !tokens[index].Token.Is(WordClass.Auxiliary | WordClass.Modal | WordClass.Preposition)
        && tokens[index - 1].Token.Is(WordClass.Preposition) && !tokens[index - 1].Token.Is(WordClass.To);

    private bool IsInnerPreposition(int index, int end) =>
        index + 1 < end && index > 0 && tokens[index].Token.Is(WordClass.Preposition) && BelongsToPhrase(index - 1) && !tokens[index].Is(LexemeKind.Relation) | IsInOrOf(index);

    private bool IsInOrOf(int index) =>
        tokens[index].Lexeme is { Kind: LexemeKind.Relation, Value: (int)TimeRelation.In } && tokens[index].Span.Length == 2;

    private bool BelongsToPhrase(int index)
    {
        var token = tokens[index];
        if (!token.IsWord || token.IsYear)
            return false;
        if (token.Token.Is(WordClass.Determiner) || (token.Token.IsCapitalised && !token.Token.Is(WordClass.Preposition | WordClass.Conjunction | WordClass.To)))
            return true;
        return !token.Token.Is(WordClass.Auxiliary | WordClass.Modal | WordClass.Conjunction | WordClass.Preposition | WordClass.Relative
            | WordClass.SubjectPronoun | WordClass.Contraction | WordClass.Adverb | WordClass.To);
    }

    private bool IsPastVerb(int index) =>
        tokens[index].Token.Is(WordClass.VerbPast) && tokens[index].Token.Is(WordClass.Listed) && !tokens[index].Token.Is(WordClass.Noun);

    /// <summary>“Imports come by sea”, but not “its imports”: after a noun a verb may follow, after a determiner it may not.</summary>
    private bool StartsVerb(int index)
    {
        var before = tokens[index - 1].Token;
        if (before.Is(WordClass.Determiner) || before.IsCapitalised || tokens[index].Token.IsCapitalised || !tokens[index].Token.Is(WordClass.Listed))
            return false;
        if (tokens[index].Token.Is(WordClass.VerbPast | WordClass.VerbBase))
            return true;

        return tokens[index].Token.Is(WordClass.VerbThirdPerson) && index + 1 < tokens.Length
            && tokens[index + 1].Token.Is(WordClass.Determiner | WordClass.ObjectPronoun);
    }

    private bool IsFigure(int index) =>
        index >= 0 && (tokens[index].IsDigits || tokens[index].Is(LexemeKind.Magnitude | LexemeKind.Percent | LexemeKind.Currency));

    private bool IsPronoun(int first, int end) =>
        end - first == 1 && tokens[first].Token.Is(WordClass.SubjectPronoun | WordClass.Anaphor | WordClass.ObjectPronoun);

    private TextSpan? Trimmed(int first, int end)
    {
        while (first < end && tokens[first].Is(LexemeKind.Article))
            first++;
        return first < end ? new TextSpan(tokens[first].Span.Start, tokens[end - 1].Span.End) : null;
    }

    private bool IsWord(int index, string text, string word) =>
        tokens[index].Span.In(text).Equals(word, StringComparison.OrdinalIgnoreCase);
}
