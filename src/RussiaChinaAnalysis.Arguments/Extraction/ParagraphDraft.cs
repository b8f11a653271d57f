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
internal sealed class ParagraphDraft(int firstSentence, int endSentence, Zone zone)
{
    public int FirstSentence { get; } = firstSentence;

    public int EndSentence { get; } = endSentence;

    public Zone Zone { get; set; } = zone;

    public int Length => EndSentence - FirstSentence;
}
