namespace RussiaChinaAnalysis.Arguments.Extraction;

/// <summary>Where in the essay a paragraph stands.</summary>
internal enum Zone
{
    /// <summary>A title, a heading, a line of metadata.</summary>
    Heading,
    Introduction,
    Body,
    Conclusion,
}

/// <summary>
/// A run of sentences <c>[FirstSentence, EndSentence)</c> that belong together: a block of the layout or, where a text
/// came without line breaks, what its discourse markers show.
/// </summary>
/// <param name="isGuessed">No break of the layout stands before it.</param>
internal sealed class ParagraphDraft(int firstSentence, int endSentence, Zone zone, bool isGuessed)
{
    public int FirstSentence { get; } = firstSentence;

    public int EndSentence { get; } = endSentence;

    public Zone Zone { get; set; } = zone;

    public bool IsGuessed { get; } = isGuessed;

    public int Length => EndSentence - FirstSentence;
}
