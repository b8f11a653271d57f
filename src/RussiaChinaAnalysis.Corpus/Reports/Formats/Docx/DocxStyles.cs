using DocumentFormat.OpenXml.Wordprocessing;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Docx;

/// <summary>Styles by name, so that a reader can change the look of the whole document at once.</summary>
internal static class DocxStyles
{
    private const string Normal = "Normal";
    private const string Quiet = "59616B";

    public static Styles Create()
    {
        var styles = new Styles(new DocDefaults(
            new RunPropertiesDefault(new RunPropertiesBaseStyle(
                new RunFonts { Ascii = "Georgia", HighAnsi = "Georgia", ComplexScript = "Georgia" },
                new FontSize { Val = "21" },
                new Languages { Val = "en-GB" })),
            new ParagraphPropertiesDefault(new ParagraphPropertiesBaseStyle(new SpacingBetweenLines { After = "120", Line = "276", LineRule = LineSpacingRuleValues.Auto }))));
        styles.Append(
            Paragraph(Normal, "Normal", null, new StyleParagraphProperties(), new StyleRunProperties(), isDefault: true),
            Paragraph("Title", "Title", Normal, Spacing(0, 80), Letters(size: 44, isBold: true)),
            Paragraph("Subtitle", "Subtitle", Normal, Spacing(0, 60), Letters(size: 24)),
            Paragraph("Coverage", "Coverage", Normal, Spacing(0, 240), Letters(size: 19, colour: Quiet)),
            Paragraph("Heading1", "heading 1", Normal, Heading(0, 360), Letters(size: 30, isBold: true)),
            Paragraph("Heading2", "heading 2", Normal, Heading(1, 240), Letters(size: 24, isBold: true)),
            Paragraph("ContentsHeading", "Contents Heading", Normal, Spacing(240, 120), Letters(size: 26, isBold: true)),
            Paragraph("TOC1", "toc 1", Normal, Spacing(0, 40), new StyleRunProperties()),
            Paragraph("Statement", "Statement", Normal, Kept(200, 40, left: 0), Letters(size: 23)),
            Paragraph("Labels", "Labels", Normal, Spacing(0, 60), Letters(size: 18, colour: Quiet)),
            Paragraph("Evidence", "Evidence", Normal, Lined(EvidenceColour, BorderValues.Single), Letters(size: 20)),
            Paragraph("Counter", "Counter", Normal, Lined(CounterColour, BorderValues.Dashed), Letters(size: 20)),
            Paragraph("Outline", "Outline", Normal, Spacing(0, 40), Letters(size: 19)),
            Paragraph("Item", "Item", Normal, Indented(360), new StyleRunProperties()),
            Paragraph("Quote", "Quote", Normal, Indented(480), new StyleRunProperties(new Italic())),
            Paragraph("Source", "Source", Normal, Kept(120, 0, left: 0), new StyleRunProperties()),
            Paragraph("Figure", "Figure", Normal, Spacing(60, 120), new StyleRunProperties()),
            Paragraph("FigureText", "Figure Text", Normal, Spacing(0, 0), new StyleRunProperties(new RunFonts { Ascii = "Arial", HighAnsi = "Arial", ComplexScript = "Arial" })),
            Paragraph("FootnoteText", "footnote text", Normal, Spacing(0, 0), Letters(size: 17)),
            Paragraph("CommentText", "annotation text", Normal, Spacing(0, 0), Letters(size: 20)),
            Character("FootnoteReference", "footnote reference", new StyleRunProperties(new VerticalTextAlignment { Val = VerticalPositionValues.Superscript })),
            Character("Hyperlink", "Hyperlink", new StyleRunProperties(new Color { Val = "2457A6" }, new Underline { Val = UnderlineValues.Single })));
        return styles;
    }

    private const string EvidenceColour = "1D6B4F";
    private const string CounterColour = "A8321F";

    private static Style Paragraph(
        string id, string name, string? basedOn, StyleParagraphProperties paragraph, StyleRunProperties run, bool isDefault = false)
    {
        var style = new Style { Type = StyleValues.Paragraph, StyleId = id, Default = isDefault ? true : null };
        style.Append(new StyleName { Val = name });
        if (basedOn is not null)
            style.Append(new BasedOn { Val = basedOn });
        style.Append(new PrimaryStyle());
        style.Append(paragraph, run);
        return style;
    }

    private static Style Character(string id, string name, StyleRunProperties run)
    {
        var style = new Style { Type = StyleValues.Character, StyleId = id };
        style.Append(new StyleName { Val = name }, run);
        return style;
    }

    private static StyleParagraphProperties Spacing(int before, int after) => new(Space(before, after));

    private static StyleParagraphProperties Indented(int left) => new(Space(0, 80), new Indentation { Left = Text(left) });

    private static StyleParagraphProperties Kept(int before, int after, int left) =>
        new(new KeepNext(), new KeepLines(), Space(before, after), new Indentation { Left = Text(left) });

    private static StyleParagraphProperties Heading(int level, int before) =>
        new(new KeepNext(), new KeepLines(), Space(before, 120), new OutlineLevel { Val = level });

    private static StyleParagraphProperties Lined(string colour, BorderValues line) => new(
        new ParagraphBorders(new LeftBorder { Val = line, Color = colour, Size = 12, Space = 8 }), Space(0, 60), new Indentation { Left = "480" });

    private static SpacingBetweenLines Space(int before, int after) => new() { Before = Text(before), After = Text(after) };

    private static StyleRunProperties Letters(int size, bool isBold = false, string? colour = null)
    {
        var letters = new StyleRunProperties();
        if (isBold)
            letters.Append(new Bold());
        if (colour is not null)
            letters.Append(new Color { Val = colour });
        letters.Append(new FontSize { Val = Text(size) });
        return letters;
    }

    private static string Text(int value) => value.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
