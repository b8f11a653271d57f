using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;
using WrittenText = DocumentFormat.OpenXml.Wordprocessing.Text;

namespace RussiaChinaAnalysis.Arguments.Reading.Docx;

/// <summary>Turns paragraphs and tables into drafts of blocks. It recurses no deeper than the XML was found to nest.</summary>
internal sealed class BodyWalker(
    Drafts drafts,
    DocxStyles styles,
    NumberingLevels numbering,
    LanguageCount languages,
    NoteReferences notes,
    CancellationToken cancellation)
{
    private readonly RunWalker runs = new(drafts, styles, languages, notes);

    public void WalkWithNotes(Body body)
    {
        WalkChildren(body);
        drafts.EndBlock(ParagraphRole.Paragraph);
        // A note may refer to another, so the list can grow while it is walked.
        for (var at = 0; at < notes.InOrder.Count; at++)
            WalkChildren(notes.InOrder[at]);
        drafts.EndBlock(ParagraphRole.Paragraph);
    }

    private void WalkChildren(OpenXmlElement container)
    {
        foreach (var child in container.ChildElements)
        {
            cancellation.ThrowIfCancellationRequested();
            if (drafts.IsFull)
                return;
            Walk(child);
        }
    }

    private void Walk(OpenXmlElement element)
    {
        switch (element)
        {
            case Paragraph paragraph:
                WalkParagraph(paragraph);
                break;
            case Table table:
                WalkTable(table);
                break;
            case MoveFromRun or DeletedRun or SectionProperties:
                break;
            case AlternateContent alternatives:
                if (alternatives.Preferred() is { } preferred)
                    WalkChildren(preferred);
                break;
            case OpenXmlCompositeElement container:
                WalkChildren(container);
                break;
        }
    }

    private void WalkParagraph(Paragraph paragraph)
    {
        var properties = paragraph.ParagraphProperties;
        var styleId = properties?.ParagraphStyleId?.Val?.Value;
        runs.Walk(paragraph, styleId);
        if (styles.Names(styleId).Any(name => name.IsContents))
            drafts.Discard();
        // A paragraph mark that was deleted under review joins the paragraph with the next.
        else if (properties?.ParagraphMarkRunProperties?.GetFirstChild<Deleted>() is not null)
            drafts.AppendSpace();
        else
            drafts.EndBlock(RoleOf(properties, styleId));
        foreach (var box in runs.TakeTextBoxes())
            WalkChildren(box);
    }

    private ParagraphRole RoleOf(ParagraphProperties? properties, string? styleId)
    {
        var named = styles.Names(styleId).Select(name => name.Role).FirstOrDefault(role => role is not null);
        if (named is { IsTitle: true } title)
            return title;
        // Level 9 is the format's way to say body text.
        if ((properties?.OutlineLevel?.Val.Number() ?? styles.OutlineLevel(styleId)) is { } level and >= 0)
            return level < 9 ? ParagraphRole.Heading(level) : ListOrParagraph(properties, styleId, null);
        return ListOrParagraph(properties, styleId, named);
    }

    private ParagraphRole ListOrParagraph(ParagraphProperties? properties, string? styleId, ParagraphRole? named)
    {
        if (named is { Kind: BlockKind.Heading } heading)
            return heading;
        var direct = properties?.NumberingProperties;
        var inherited = styles.Numbering(styleId);
        var number = direct?.NumberingId?.Val.Number() ?? inherited?.NumberingId?.Val.Number();
        var depth = direct?.NumberingLevelReference?.Val.Number() ?? inherited?.NumberingLevelReference?.Val.Number() ?? 0;
        return number is { } list && numbering.ShowsMark(list, depth) ? ParagraphRole.ListItem(depth) : named ?? ParagraphRole.Paragraph;
    }

    // A row reads as one line, its cells apart. A row of one cell is a frame around ordinary text.
    private void WalkTable(Table table)
    {
        foreach (var row in table.Descendants<TableRow>().Where(row => ReferenceEquals(row.Ancestors<Table>().First(), table)))
        {
            cancellation.ThrowIfCancellationRequested();
            if (drafts.IsFull)
                return;
            if (row.TableRowProperties?.GetFirstChild<Deleted>() is not null)
                continue;
            var cells = row.Descendants<TableCell>().Where(cell => ReferenceEquals(cell.Ancestors<TableRow>().First(), row)).ToList();
            if (cells is [var frame])
                WalkChildren(frame);
            else
                WalkRow(cells);
        }
    }

    private void WalkRow(List<TableCell> cells)
    {
        var boxes = new List<OpenXmlElement>();
        var isFirst = true;
        foreach (var cell in cells.Where(cell => cell.Descendants<WrittenText>().Any()))
        {
            if (!isFirst)
                drafts.Append(" | ", bold: false);
            isFirst = false;
            foreach (var paragraph in cell.Descendants<Paragraph>().Where(paragraph => !IsInTextBox(paragraph, cell)))
            {
                runs.Walk(paragraph, paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value);
                drafts.AppendSpace();
                boxes.AddRange(runs.TakeTextBoxes());
            }
        }

        drafts.EndBlock(ParagraphRole.Paragraph);
        foreach (var box in boxes)
            WalkChildren(box);
    }

    private static bool IsInTextBox(Paragraph paragraph, TableCell cell) =>
        paragraph.Ancestors().TakeWhile(ancestor => !ReferenceEquals(ancestor, cell)).OfType<TextBoxContent>().Any();
}
