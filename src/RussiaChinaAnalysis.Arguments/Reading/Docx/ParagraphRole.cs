namespace RussiaChinaAnalysis.Arguments.Reading.Docx;

/// <summary>What a paragraph is by its style and its list.</summary>
internal readonly record struct ParagraphRole(BlockKind Kind, int Level, bool IsTitle = false)
{
    public static ParagraphRole Paragraph => new(BlockKind.Paragraph, 0);

    public static ParagraphRole Title => new(BlockKind.Heading, 1, IsTitle: true);

    public static ParagraphRole Quotation => new(BlockKind.Quotation, 1);

    /// <param name="outlineLevel">From 0, as the format counts.</param>
    public static ParagraphRole Heading(int outlineLevel) => new(BlockKind.Heading, Math.Clamp(outlineLevel + 1, 1, 6));

    /// <param name="depth">From 0, as the format counts.</param>
    public static ParagraphRole ListItem(int depth) => new(BlockKind.ListItem, Math.Clamp(depth, 0, 8) + 1);
}
