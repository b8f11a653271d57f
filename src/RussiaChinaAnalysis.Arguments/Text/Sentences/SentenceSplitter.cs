namespace RussiaChinaAnalysis.Arguments.Text.Sentences;

/// <summary>
/// Finds sentences by scanning for sentence ends and asking a few rules about each. Time is linear in the text: every
/// rule looks a bounded number of characters back and forth.
/// </summary>
public static class SentenceSplitter
{
    /// <summary>
    /// The sentences of <paramref name="block"/>, in order, without overlap, none empty and none with white space at
    /// its edges; between two of them lies white space at most. Together they cover everything else in the block.
    /// </summary>
    public static List<TextSpan> Split(string text, TextSpan block)
    {
        var sentences = new List<TextSpan>();
        Split(text, block, sentences);
        return sentences;
    }

    /// <summary>Appends the sentences of <paramref name="block"/> to <paramref name="sentences"/>.</summary>
    /// <inheritdoc cref="Split(string, TextSpan)"/>
    public static void Split(string text, TextSpan block, List<TextSpan> sentences) =>
        new SentenceScanner(block.In(text), block.Start, sentences).Run();
}
