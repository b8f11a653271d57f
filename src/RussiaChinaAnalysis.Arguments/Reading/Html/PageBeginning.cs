using System.Text;

namespace RussiaChinaAnalysis.Arguments.Reading.Html;

/// <summary>What web pages begin with, and text in no other format does.</summary>
internal static class PageBeginning
{
    private const int Beginning = 1_024;

    public static bool IsPage(ReadOnlySpan<byte> content)
    {
        var head = Encoding.Latin1.GetString(content[..Math.Min(content.Length, Beginning)]).TrimStart('ï', '»', '¿').TrimStart();
        if (head.StartsWith("<?xml", StringComparison.Ordinal))
            head = After(head, "?>");
        while (head.StartsWith("<!--", StringComparison.Ordinal))
            head = After(head, "-->");
        return head.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase)
            || head.StartsWith("<html", StringComparison.OrdinalIgnoreCase);
    }

    private static string After(string head, string mark) =>
        head.IndexOf(mark, StringComparison.Ordinal) is var at and >= 0 ? head[(at + mark.Length)..].TrimStart() : "";
}
