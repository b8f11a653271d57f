namespace RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;

internal static class Ending
{
    /// <summary>The text ends as a sentence does: a full stop or its like, perhaps inside quotation marks or brackets.</summary>
    public static bool IsOfSentence(string text)
    {
        var last = text.AsSpan().TrimEnd("\"'”’»)]』」");
        return last.Length > 0 && last[^1] is '.' or '!' or '?' or '…' or ':' or '。' or '！' or '？' or '：';
    }
}
