using System.Globalization;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using RussiaChinaAnalysis.Corpus.Reports.Figures;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Pdf;

/// <summary>
/// Lets paragraphs and drawings flow over tagged pages of A4, from top to bottom, in the order in which they are read.
/// What is added goes through twice: a draft finds out on which page each section begins, and the second time it is drawn
/// with these numbers.
/// </summary>
internal sealed class PdfFlow : IDisposable
{
    private const double PageWidth = 595;
    private const double PageHeight = 842;
    private const double Margin = 57;
    private const double Bottom = PageHeight - Margin;
    private const double LineHeight = 1.36;

    private readonly PdfDocument? document;
    private readonly StructureBuilder? structure;
    private readonly PdfFonts known;
    private readonly PdfLines lines;
    private readonly PdfFlow? draft;
    private readonly Queue<List<List<PdfPiece>>> broken = [];
    private readonly List<int> sections = [];
    private XGraphics? page;
    private int pages;
    private double y;

    private PdfFlow(PdfDocument? document, PdfFonts known, PdfLines lines, PdfFlow? draft)
    {
        (this.document, this.known, this.lines, this.draft) = (document, known, lines, draft);
        structure = document is null ? null : UAManager.ForDocument(document).StructureBuilder;
    }

    public static PdfFlow Draft(PdfFonts known, PdfLines lines) => new(null, known, lines, draft: null);

    /// <param name="draft">To which the same was added.</param>
    public static PdfFlow On(PdfDocument document, PdfFlow draft) => new(document, draft.known, draft.lines, draft);

    public void Add(PdfStyle style, params IReadOnlyList<PdfRun> runs) => Add(style, runs, atEnd: null);

    /// <summary>A line of the table of contents.</summary>
    /// <param name="section">Sections are numbered from 0, in the order in which they are added.</param>
    public void AddContents(int section, string title) =>
        Add(PdfStyle.Contents, [new PdfRun(title)], draft is null ? null : (draft.sections[section] + 1).ToString(CultureInfo.InvariantCulture));

    public void AddSection(string title)
    {
        Add(PdfStyle.Section, new PdfRun(title));
        sections.Add(pages - 1);
    }

    /// <summary>A heading and its picture on one page. What is too wide or too high for a page is made smaller.</summary>
    public void Add(Drawing drawing)
    {
        const double Heading = 120;
        var scale = Math.Min(1, Math.Min((PageWidth - 2 * Margin) / drawing.Width, (Bottom - Margin - Heading) / drawing.Height));
        var height = drawing.Height * scale;
        if (pages == 0 || y + Heading + height > Bottom)
            BeginPage();
        Add(PdfStyle.Part, new PdfRun(drawing.Title));
        if (structure is not null)
        {
            structure.BeginElement(PdfIllustrationElementTag.Figure, drawing.Description, new XRect(Margin, y, drawing.Width * scale, height));
            new PdfPicture(page!, (size, bold, family) => lines.Font(size, bold, italic: false, family), known).Draw(drawing, Margin, y, scale);
            structure.End();
        }

        y += height + 14;
    }

    /// <summary>What is added next stands at the top of a page.</summary>
    public void EndPage() => y = Bottom;

    public void Dispose() => page?.Dispose();

    private void Add(PdfStyle style, IReadOnlyList<PdfRun> runs, string? atEnd)
    {
        var all = draft is null ? lines.Break(style, runs, PageWidth - 2 * Margin - style.Indent) : draft.broken.Dequeue();
        if (draft is null)
            broken.Enqueue(all);
        if (all.Count == 0)
            return;
        var height = all.Count * style.Size * LineHeight;
        y += pages == 0 ? 0 : style.Before;
        // A heading stays with a statement, a statement with two lines of what follows, a short paragraph in one piece.
        var needed = style.Heading > 1 ? height + 110 : style.Keep ? Math.Min(height, 200) + 40 : Math.Min(height, 3 * style.Size * LineHeight);
        if (pages == 0 || y + needed > Bottom)
            BeginPage();
        Begin(style, runs);
        for (var line = 0; line < all.Count; line++)
        {
            if (y + style.Size * LineHeight > Bottom)
                BeginPage();
            if (page is not null)
                DrawLine(style, all[line], line == all.Count - 1 ? atEnd : null);
            y += style.Size * LineHeight;
        }

        structure?.End();
        y += style.After;
    }

    private void BeginPage()
    {
        pages++;
        y = Margin;
        if (document is null)
            return;
        // In this order: a paragraph that goes on over the page has its tag closed on the page before.
        var added = document.AddPage();
        page?.Dispose();
        added.Width = XUnit.FromPoint(PageWidth);
        added.Height = XUnit.FromPoint(PageHeight);
        page = XGraphics.FromPdfPage(added);
        // The page's number is no part of the text.
        structure!.BeginArtifact();
        DrawAtRight(PdfStyle.PageNumber, pages.ToString(CultureInfo.InvariantCulture), PageHeight - Margin / 2);
        structure.End();
    }

    private void Begin(PdfStyle style, IReadOnlyList<PdfRun> runs)
    {
        structure?.BeginElement(style.Heading switch
        {
            1 => PdfBlockLevelElementTag.Heading1,
            2 => PdfBlockLevelElementTag.Heading2,
            3 => PdfBlockLevelElementTag.Heading3,
            _ => PdfBlockLevelElementTag.Paragraph,
        });
        if (style.Heading == 2)
            document?.Outlines.Add(string.Concat(runs.Select(run => run.Text)), document.Pages[^1], opened: true);
    }

    private void DrawLine(PdfStyle style, List<PdfPiece> line, string? atEnd)
    {
        if (style.Bar is { } bar)
            page!.DrawRectangle(new XSolidBrush(PdfPicture.Colour(bar)), Margin + style.Indent - 8, y + 1, 1.6, style.Size * LineHeight);
        var brush = new XSolidBrush(PdfPicture.Colour(style.Colour));
        var x = Margin + style.Indent;
        // Pieces of one font are drawn at once, with their spaces, so that words come out of the file as they went in.
        foreach (var group in Joined(line))
        {
            page!.DrawString(group.Text, group.Font, brush, x, y + style.Size);
            x += group.Width;
        }

        if (atEnd is not null)
            DrawAtRight(style, atEnd, y + style.Size);
    }

    private void DrawAtRight(PdfStyle style, string text, double baseline)
    {
        var font = lines.Font(style.Size, bold: false, italic: false, PdfFonts.Text);
        page!.DrawString(text, font, new XSolidBrush(PdfPicture.Colour(style.Colour)), PageWidth - Margin - lines.Width(font, text), baseline);
    }

    private static IEnumerable<PdfPiece> Joined(List<PdfPiece> line)
    {
        var text = new StringBuilder();
        var width = 0.0;
        for (var place = 0; place < line.Count; place++)
        {
            text.Append(line[place].Text);
            width += line[place].Width;
            if (place + 1 < line.Count && line[place + 1].Font == line[place].Font)
                continue;
            yield return new(text.ToString(), line[place].Font, width);
            text.Clear();
            width = 0;
        }
    }
}
