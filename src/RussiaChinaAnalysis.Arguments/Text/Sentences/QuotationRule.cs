namespace RussiaChinaAnalysis.Arguments.Text.Sentences;

/// <summary>A quotation that ends with a sentence end, while the sentence around it goes on.</summary>
internal static class QuotationRule
{
    private const int LongestCitation = 60;

    public static bool GoesOn(ReadOnlySpan<char> block, SentenceEnd end, Following following) =>
        Characters.IsQuotationMark(end.Closer)
        && (end.Exclaims && NamesSpeaker(block, following) || IsCitation(block, following));

    // “Is it over?” Petrov asked.
    private static bool NamesSpeaker(ReadOnlySpan<char> block, Following following)
    {
        var name = Characters.WordAt(block, following.Word);
        var next = Characters.SkipWhiteSpace(block, following.Word + name.Length);
        return following.Word == following.Start
            && !Vocabulary.Openers.Contains(name)
            && Vocabulary.ReportingVerbs.Contains(Characters.WordAt(block, next));
    }

    // “It works.” (Smith 2020).
    private static bool IsCitation(ReadOnlySpan<char> block, Following following)
    {
        if (block[following.Start] != '(')
            return false;
        var ahead = block.Slice(following.Start, Math.Min(LongestCitation, block.Length - following.Start));
        var close = ahead.IndexOf(')');
        return close > 0
            && ahead[..close].IndexOfAnyInRange('0', '9') > 0
            && following.Start + close + 1 < block.Length
            && block[following.Start + close + 1] is '.' or ',' or ';';
    }
}
