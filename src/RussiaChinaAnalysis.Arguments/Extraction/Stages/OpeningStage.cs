using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Extraction.Tokens;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages;

/// <summary>Collects the senses of each passage's cues, and apart from them those that it opens with.</summary>
internal sealed class OpeningStage : IExtractionStage
{
    private const int MostOpeningCues = 3;

    /// <summary>Senses that join a passage to what stands around it when it opens with them.</summary>
    private static readonly CueSenses Connective = CueSenses.Of(
        CueSense.Because, CueSense.SinceAs, CueSense.EvidencedBy, CueSense.DueTo, CueSense.PremiseOpener, CueSense.Therefore,
        CueSense.ResultClause, CueSense.InConclusion, CueSense.Contrast, CueSense.ContrastAdverb, CueSense.Although, CueSense.While,
        CueSense.Despite, CueSense.EvenIf, CueSense.Concession, CueSense.Rejoinder, CueSense.Exception, CueSense.Addition, CueSense.FirstPoint,
        CueSense.NextPoint, CueSense.LastPoint, CueSense.Example, CueSense.ExampleClause, CueSense.Restatement, CueSense.Elaboration,
        CueSense.OtherSide, CueSense.OneSide, CueSense.Opinion, CueSense.Opponent, CueSense.GeneralOpinion, CueSense.Accordance,
        CueSense.Announcement, CueSense.Condition, CueSense.Rhetorical, CueSense.Roadmap, CueSense.Thesis, CueSense.Pointing);

    /// <summary>Senses of words that a clause with "that" may follow.</summary>
    private static readonly CueSenses Announcing = CueSenses.Of(CueSense.Opinion, CueSense.Thesis, CueSense.Concession, CueSense.Assurance, CueSense.PremiseOpener);

    public void Run(ExtractionState state)
    {
        foreach (var passage in state.Passages)
        {
            var all = default(CueSenses);
            foreach (var cue in state.Tokens.CuesBetween(passage.FirstToken, passage.EndToken))
                all |= cue.Senses;
            passage.Senses = all;
            ReadOpening(state.Tokens, passage);
        }
    }

    private static void ReadOpening(TokenBuffer tokens, PassageDraft passage)
    {
        var opening = default(CueSenses);
        var position = passage.FirstToken;
        for (var found = 0; found < MostOpeningCues && position < passage.EndToken;)
        {
            ref readonly var token = ref tokens[position];
            var cue = tokens.CueAt(position);
            if (token.Kind == TokenKind.Punctuation || cue.Senses.IsEmpty && token.Is(WordClass.Conjunction) && !token.Is(WordClass.Relative))
            {
                position++;
                continue;
            }

            // "This hurts small shops": the word joins the sentence to the last one, and is its subject as well.
            if (!cue.Senses.HasAny(Connective) || token.Is(WordClass.Anaphor) && cue.EndToken == cue.FirstToken + 1)
                break;
            opening |= cue.Senses;
            position = Math.Min(cue.EndToken, passage.EndToken);
            // "I would say that …": the conjunction points back to nothing.
            if (cue.Senses.HasAny(Announcing) && position < passage.EndToken && tokens[position] is var next && next.Is(WordClass.Relative) && next.Is(WordClass.Conjunction))
                position++;
            found++;
        }

        passage.Opening = opening;
        passage.AfterOpening = position;
    }
}
