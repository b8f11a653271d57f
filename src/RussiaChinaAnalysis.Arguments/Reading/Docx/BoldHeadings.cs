namespace RussiaChinaAnalysis.Arguments.Reading.Docx;

/// <summary>
/// Many essays know no styles: their headings are short lines set bold. Where a document has no styled heading beside
/// its title, such a line before a plain paragraph is a heading of level 2.
/// </summary>
internal static class BoldHeadings
{
    private const int LongestHeading = 120;

    public static IEnumerable<Draft> Promote(IReadOnlyList<Draft> drafts)
    {
        var styled = drafts.Skip(1).Any(draft => draft.Kind == BlockKind.Heading);
        for (var at = 0; at < drafts.Count; at++)
        {
            var draft = drafts[at];
            var isHeading = !styled && LooksLikeHeading(draft)
                && at + 1 < drafts.Count && drafts[at + 1] is { Kind: not BlockKind.Heading, Bold: false };
            yield return isHeading ? draft with { Kind = BlockKind.Heading, Level = at == 0 ? 1 : 2 } : draft;
        }
    }

    private static bool LooksLikeHeading(Draft draft)
    {
        var text = draft.Text.AsSpan().Trim();
        return draft is { Kind: BlockKind.Paragraph, Bold: true }
            && text.Length <= LongestHeading
            && text[^1] is not ('.' or ',' or ';' or ':' or '。');
    }
}
