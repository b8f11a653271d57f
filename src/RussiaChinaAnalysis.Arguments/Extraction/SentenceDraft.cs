using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction;

/// <param name="block">The index of the block that holds the sentence.</param>
internal sealed class SentenceDraft(TextSpan span, int block)
{
    public TextSpan Span { get; } = span;

    public int Block { get; } = block;

    public int FirstToken { get; set; }

    public int EndToken { get; set; }

    /// <summary>The index of the paragraph, as the outline stage sees it.</summary>
    public int Paragraph { get; set; }

    /// <summary>The sentence's passages are <c>[FirstPassage, EndPassage)</c>.</summary>
    public int FirstPassage { get; set; }

    public int EndPassage { get; set; }
}
