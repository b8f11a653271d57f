using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Arguments.Text.Sentences;

namespace RussiaChinaAnalysis.Arguments.Extraction.Stages.Segments;

/// <summary>Splits each block of the layout into sentences.</summary>
internal sealed class SentenceStage : IExtractionStage
{
    public void Run(ExtractionState state)
    {
        var blocks = state.Document.Blocks;
        var spans = new List<TextSpan>();
        for (var block = 0; block < blocks.Length; block++)
        {
            spans.Clear();
            SentenceSplitter.Split(state.Text, blocks[block].Span, spans);
            foreach (var span in spans)
                state.Sentences.Add(new SentenceDraft(span, block));
        }
    }
}
