using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Segments;

/// <summary>
/// Splits a sentence where one part argues for, limits or opposes another. A cut is made only where both sides say
/// something of their own; the cue word goes with the part that it opens.
/// </summary>
internal sealed class SegmentationStage(RuleCatalogue rules) : IExtractionStage
{
    private readonly Rule sentence = rules["boundary.sentence"];
    private readonly Dictionary<Joint, Rule> byJoint = new()
    {
        [Joint.Reason] = rules["boundary.reason"],
        [Joint.Result] = rules["boundary.result"],
        [Joint.Concession] = rules["boundary.concession"],
        [Joint.Contrast] = rules["boundary.contrast"],
        [Joint.Addition] = rules["boundary.addition"],
        [Joint.Elaboration] = rules["boundary.elaboration"],
        [Joint.Exception] = rules["boundary.exception"],
        [Joint.Main] = rules["boundary.main-clause"],
    };

    public void Run(ExtractionState state)
    {
        var cuts = new List<SentenceCut>();
        for (var index = 0; index < state.Sentences.Count; index++)
        {
            var draft = state.Sentences[index];
            cuts.Clear();
            if (state.BlockOf(draft).Kind != BlockKind.Heading)
                SentenceCuts.Find(state.Tokens, draft.FirstToken, draft.EndToken, cuts);
            Add(state, draft, index, cuts);
        }
    }

    private void Add(ExtractionState state, SentenceDraft draft, int index, List<SentenceCut> cuts)
    {
        draft.FirstPassage = state.Passages.Count;
        var opening = cuts is [{ At: var first } cut, ..] && first == draft.FirstToken ? cut.Joint : Joint.Main;
        var start = draft.FirstToken;
        var joint = opening;
        foreach (var next in cuts)
        {
            if (next.At == draft.FirstToken)
                continue;
            Add(state, index, start, next.At, joint, draft);
            (start, joint) = (next.At, next.Joint);
        }

        Add(state, index, start, draft.EndToken, joint, draft);
        draft.EndPassage = state.Passages.Count;
    }

    private void Add(ExtractionState state, int index, int start, int end, Joint joint, SentenceDraft draft)
    {
        // Marks that stand outside all tokens, such as unpaired surrogates, still belong to the sentence's first or last passage.
        var from = start == draft.FirstToken ? draft.Span.Start : state.Tokens[start].Start;
        var to = end == draft.EndToken ? draft.Span.End : state.Tokens[end - 1].End;
        var passage = new PassageDraft(new TextSpan(from, to), index, start, end, joint);
        passage.Apply(start == draft.FirstToken ? sentence : byJoint[joint], start < end ? state.Tokens[start].Span : passage.Span);
        state.Passages.Add(passage);
    }
}
