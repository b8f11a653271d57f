namespace RussiaChinaAnalysis.Web.Text;

/// <summary>Words that were taken out of the middle of a sentence.</summary>
public static class Fragment
{
    /// <summary>Longer words must be allowed to break.</summary>
    private const int LongestKept = 24;

    /// <summary>The length of the first word; 0 when it is too long to be kept on one line.</summary>
    public static int FirstWord(string text)
    {
        var end = text.AsSpan().IndexOfAny(' ', '\n');
        if (end < 0)
            end = text.Length;
        return end <= LongestKept ? end : 0;
    }

    /// <summary>What to put in front of a quotation: an ellipsis where it begins within a sentence.</summary>
    public static string Lead(string quote) => quote.Length > 0 && char.IsLower(quote[0]) ? "… " : "";
}
