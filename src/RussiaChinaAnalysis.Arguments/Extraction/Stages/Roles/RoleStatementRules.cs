using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Extraction.Tokens;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Roles;

/// <summary>What the form of a whole statement tells of its role, where no single word gives it away.</summary>
internal sealed class RoleStatementRules(RuleCatalogue rules)
{
    private const int ShortestStatement = 3;
    private const int LongestStatement = 9;
    private const int LongestComment = 12;

    /// <summary>Between a verb and the clause it judges stand an adverb, an adjective and perhaps a comma.</summary>
    private const int JudgementReach = 5;

    /// <summary>Where all sentences are short, a short one is none that stands out.</summary>
    private const double ShareOfMean = 0.65;

    private static readonly CueSenses Outlooks = CueSenses.Of(CueSense.Prediction, CueSense.Opinion);

    private readonly Rule shortStatement = rules["role.short-statement"];
    private readonly Rule shortComment = rules["role.short-comment"];
    private readonly Rule demandWithFacts = rules["role.demand-with-facts"];
    private readonly Rule outlook = rules["role.outlook"];
    private readonly Rule judgement = rules["role.judgement"];

    public void Apply(ExtractionState state, PassageDraft passage)
    {
        if (!state.IsEssay || passage.Attribution == AttributionKind.Reported)
            return;
        if (passage.IsFact && Demands.Find(state, passage) is { Main: true } demand)
            passage.Apply(demandWithFacts, demand.Span);
        if (passage.IsFact || passage.Traits is { IsQuestion: true } or { QuotedWords: > 0 })
            return;
        if (Judges(state, passage) is { } judged)
            passage.Apply(judgement, judged);
        var paragraph = state.ParagraphOf(passage);
        var opens = passage.Sentence == paragraph.FirstSentence;
        if (paragraph.Zone == Zone.Conclusion && !opens && LooksAhead(passage))
            passage.Apply(outlook, passage.Span);
        if (paragraph.Zone != Zone.Body || passage.Traits.PastVerbs > 0 || !IsWholeSentence(state, passage))
            return;
        if (state.RefersBack(passage))
        {
            if (passage.Traits.Words <= LongestComment && SaysWhatItIs(state.Tokens, passage))
                passage.Apply(shortComment, passage.Span);
        }
        else if (!opens && IsShort(state, passage))
        {
            passage.Apply(shortStatement, passage.Span);
        }
    }

    /// <summary>"It is …", "That is …", "They're …": says what something is or is like, and not what it does.</summary>
    private static bool SaysWhatItIs(TokenBuffer tokens, PassageDraft passage) =>
        Clauses.FiniteVerb(tokens, passage.AfterOpening, passage.EndToken) is >= 0 and var verb
        && (tokens[verb].Is(WordClass.Contraction) || tokens[verb].Is(WordClass.Auxiliary) && tokens[verb].First is 'i' or 'a');

    /// <summary>"It is unjust that …", "it's hard to see …": a judgement on what the clause says.</summary>
    private static TextSpan? Judges(ExtractionState state, PassageDraft passage)
    {
        var tokens = state.Tokens;
        var it = passage.AfterOpening;
        if (it + 3 >= passage.EndToken || tokens[it].Span.In(state.Text) is not ("It" or "it"))
            return null;
        var verb = Clauses.FiniteVerb(tokens, it, Math.Min(passage.EndToken, it + 3));
        if (verb < 0)
            return null;
        var last = Math.Min(passage.EndToken, verb + JudgementReach);
        for (var i = verb + 2; i < last; i++)
            if (tokens[i].Is(WordClass.To) || tokens[i].Is(WordClass.Relative) && tokens[i].Is(WordClass.Conjunction))
                return state.SpanOf(it, i + 1);
            else if (tokens[i].Is(WordClass.Determiner | WordClass.Preposition))
                return null;
        return null;
    }

    private static bool LooksAhead(PassageDraft passage) =>
        passage.Joint != Joint.Reason && (passage.Traits.Modals > 0 || passage.Senses.HasAny(Outlooks));

    /// <summary>Short for its text, about no case of the writer's own, and on no condition.</summary>
    private static bool IsShort(ExtractionState state, PassageDraft passage) =>
        passage.Traits.Words < ShareOfMean * state.WordsPerSentence
        && passage.Traits is { Words: >= ShortestStatement and <= LongestStatement, FirstPersonSingular: 0 } && !passage.Opens(CueSense.Condition);

    private static bool IsWholeSentence(ExtractionState state, PassageDraft passage) =>
        state.Sentences[passage.Sentence] is var sentence && sentence.EndPassage - sentence.FirstPassage == 1;
}
