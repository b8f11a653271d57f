using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Extraction.Tokens;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages;

/// <summary>Counts figures, names, tenses and quoted words of every passage.</summary>
internal sealed class TraitStage : IExtractionStage
{
    private static readonly CueSenses Subjects = CueSenses.Of(CueSense.Opponent, CueSense.GeneralOpinion);

    public void Run(ExtractionState state)
    {
        var quoted = false;
        var block = -1;
        var words = 0;
        for (var i = 0; i < state.Passages.Count; i++)
        {
            var passage = state.Passages[i];
            // An unclosed quotation mark must not reach over its block.
            var own = state.Sentences[passage.Sentence].Block;
            quoted &= own == block;
            block = own;
            passage.Traits = Read(state, passage, ref quoted);
            words += passage.Traits.Words;
        }

        state.WordsPerSentence = state.Sentences.Count == 0 ? 0 : (double)words / state.Sentences.Count;
    }

    private static PassageTraits Read(ExtractionState state, PassageDraft passage, ref bool quoted)
    {
        var traits = new PassageTraits();
        var tokens = state.Tokens;
        var firstOfSentence = state.Sentences[passage.Sentence].FirstToken;
        for (var i = passage.FirstToken; i < passage.EndToken; i++)
        {
            ref readonly var token = ref tokens[i];
            switch (token.Kind)
            {
                case TokenKind.Punctuation:
                    ReadMark(tokens, i, ref traits, ref quoted);
                    break;
                case TokenKind.Number:
                    ReadNumber(state, i, passage, ref traits);
                    break;
                default:
                    traits.Words++;
                    ReadWord(tokens, i, i > passage.FirstToken ? tokens[i - 1] : default, i == firstOfSentence, ref traits);
                    break;
            }

            if (quoted && token.Kind == TokenKind.Word)
                traits.QuotedWords++;
        }

        traits.IsImperative = IsImperative(tokens, passage);
        return traits;
    }

    /// <summary>A base form that is followed by what it acts on, not by a verb it would be the subject of.</summary>
    private static bool IsImperative(TokenBuffer tokens, PassageDraft passage)
    {
        var first = passage.AfterOpening;
        // "Sceptics also say …" has a subject, which was read as part of the opening.
        if (first + 1 >= passage.EndToken || passage.Opening.HasAny(Subjects))
            return false;
        // "These give the police new powers": the subject was read as part of the opening, too.
        if (first > passage.FirstToken && tokens[first - 1].Is(WordClass.Anaphor))
            return false;
        ref readonly var next = ref tokens[first + 1];
        return tokens[first].Is(WordClass.VerbBase) && !tokens[first].Is(WordClass.Auxiliary | WordClass.Modal | WordClass.Preposition | WordClass.Adverb)
            && next.Is(WordClass.Determiner | WordClass.ObjectPronoun | WordClass.Adjective | WordClass.Anaphor);
    }

    private static void ReadMark(TokenBuffer tokens, int index, ref PassageTraits traits, ref bool quoted)
    {
        switch (tokens[index].First)
        {
            case '"':
                quoted = !quoted;
                break;
            case '“' or '„' or '«':
                quoted = true;
                break;
            case '”' or '»':
                quoted = false;
                break;
            case '?':
                traits.IsQuestion = true;
                break;
            case '%' or '$' or '€' or '£' or '¥':
                traits.Amounts++;
                break;
        }
    }

    private static void ReadNumber(ExtractionState state, int index, PassageDraft passage, ref PassageTraits traits)
    {
        traits.Words++;
        var token = state.Tokens[index];
        var text = token.Span.In(state.Text);
        var years = text.Length >= 4 && (text[0] == '1' || text[0] == '2' && text[1] == '0')
            && char.IsAsciiDigit(text[1]) && char.IsAsciiDigit(text[2]) && char.IsAsciiDigit(text[3])
            && (text.Length == 4 || text.Length == 5 && text[4] == 's');
        if (years && !(index > passage.FirstToken && state.Tokens[index - 1].First is '$' or '€' or '£'))
            traits.Years++;
        else
            CountFigure(text, ref traits);
    }

    private static void CountFigure(ReadOnlySpan<char> number, ref PassageTraits traits)
    {
        traits.Figures++;
        if (number.Length >= 3 && char.IsAsciiDigit(number[^1]) && !number.Contains('.'))
            traits.LargeFigures++;
    }

    private static void ReadWord(TokenBuffer tokens, int index, Token before, bool opensSentence, ref PassageTraits traits)
    {
        ref readonly var token = ref tokens[index];
        if (token.Is(WordClass.Modal))
            traits.Modals++;
        if (token.Is(WordClass.Number))
            traits.NumberWords++;
        if (token.Is(WordClass.FirstPersonSingular))
            traits.FirstPersonSingular++;
        if (token.IsCapitalised && !opensSentence && !token.Is(WordClass.SubjectPronoun | WordClass.Contraction | WordClass.Function | WordClass.Determiner | WordClass.Conjunction | WordClass.Auxiliary | WordClass.Modal)
            && before.Kind != TokenKind.Punctuation | before.First is ',')
            traits.Names++;
        if (token.Is(WordClass.Past))
            traits.PastVerbs++;
        else if (token.Is(WordClass.Auxiliary))
            traits.PresentVerbs++;
        else if (token.Is(WordClass.VerbPast | WordClass.Participle))
            ReadPast(token, before.Is(WordClass.Adverb) && index > 1 ? tokens[index - 2] : before, ref traits);
        else if (token.Is(WordClass.VerbThirdPerson) && token.Is(WordClass.Listed) && !before.Is(WordClass.Adjective | WordClass.Determiner | WordClass.Preposition))
            traits.PresentVerbs++;
    }

    private static void ReadPast(Token token, Token before, ref PassageTraits traits)
    {
        // "has taken", "have often asked"; "is taken" is a present.
        if (before.Is(WordClass.Auxiliary) && !before.Is(WordClass.Past) && before.First is 'h' or 'H')
            traits.PerfectVerbs++;
        else if (token.Is(WordClass.VerbPast) && !before.Is(WordClass.Auxiliary | WordClass.Determiner | WordClass.Preposition | WordClass.Adjective | WordClass.Conjunction))
            traits.PastVerbs++;
    }
}
