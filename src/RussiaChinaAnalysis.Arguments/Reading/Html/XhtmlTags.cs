using System.Collections.Frozen;
using System.Text.RegularExpressions;

namespace RussiaChinaAnalysis.Arguments.Reading.Html;

/// <summary>
/// XHTML may close any element in its opening tag. To the rules of HTML, by which every page is parsed, such a tag is an
/// opening one: an empty <c>&lt;script/&gt;</c> would swallow the rest of the page.
/// </summary>
internal static partial class XhtmlTags
{
    private const int Beginning = 2_048;

    private static readonly FrozenSet<string> AlwaysEmpty = FrozenSet.ToFrozenSet(
        ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr", "param"],
        StringComparer.OrdinalIgnoreCase);

    public static bool IsXhtml(string markup) =>
        markup.AsSpan(0, Math.Min(Beginning, markup.Length)).Contains("http://www.w3.org/1999/xhtml", StringComparison.Ordinal);

    public static string Close(string markup) => EmptyTag().Replace(markup, match =>
        AlwaysEmpty.Contains(match.Groups[1].Value) ? match.Value : $"{match.Value.AsSpan(0, match.Length - 2)}></{match.Groups[1].Value}>");

    [GeneratedRegex("""<([A-Za-z][A-Za-z0-9]*)(?:\s[^<>]*)?/>""", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex EmptyTag();
}
