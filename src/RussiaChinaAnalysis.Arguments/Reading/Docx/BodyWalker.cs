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
    // In UTF-16 code units: figures and their units stand on several lines of one cell too.
    private const int LongestLineOfFigures = 40;

    private readonly RunWalker runs = new(drafts, styles, languages, notes);

    public void WalkWithNotes(Body body)
    {
        WalkChildren(body);
        drafts.EndBlock(ParagraphRole.Paragraph);
        while (!drafts.IsFull && notes.TryTake(out var note))
        {
            cancellation.ThrowIfCancellationRequested();
            WalkChildren(note);
        }

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
            if (cells.Count == 1 || cells.Exists(HoldsBlocks))
                WalkCells(cells);
            else
                WalkRow(cells);
        }
    }

    private void WalkCells(List<TableCell> cells)
    {
        foreach (var cell in cells)
        {
            WalkChildren(cell);
            drafts.EndBlock(ParagraphRole.Paragraph);
        }
    }

    // Columns are laid out by tables: what holds paragraphs, lists, headings or tables is no cell of figures.
    private bool HoldsBlocks(TableCell cell)
    {
        if (cell.Descendants<Table>().Any(IsWritten))
            return true;
        var written = ParagraphsOf(cell).Where(IsWritten).ToList();
        var kinds = written.Select(paragraph => RoleOf(paragraph.ParagraphProperties, paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value).Kind).ToList();
        return kinds.Contains(BlockKind.Heading)
            || (written.Count > 1 && (kinds.Exists(kind => kind != BlockKind.Paragraph) || written.Exists(paragraph => paragraph.InnerText.Length > LongestLineOfFigures)));
    }

    private void WalkRow(List<TableCell> cells)
    {
        var boxes = new List<OpenXmlElement>();
        var isFirst = true;
        foreach (var cell in cells.Where(IsWritten))
        {
            if (!isFirst)
                drafts.Append(" | ", bold: false);
            isFirst = false;
            foreach (var paragraph in ParagraphsOf(cell))
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

    /// <summary>Whether there is anything to read; a tick alone is an answer.</summary>
    private static bool IsWritten(OpenXmlElement element) => element.Descendants().Any(part =>
        part is WrittenText || (part is SymbolChar symbol && !string.IsNullOrWhiteSpace(Symbols.Read(symbol))));

    private static IEnumerable<Paragraph> ParagraphsOf(TableCell cell) =>
        cell.Descendants<Paragraph>().Where(paragraph => !IsInTextBox(paragraph, cell));

    private static bool IsInTextBox(Paragraph paragraph, TableCell cell) =>
        paragraph.Ancestors().TakeWhile(ancestor => !ReferenceEquals(ancestor, cell)).OfType<TextBoxContent>().Any();
}
