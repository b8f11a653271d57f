using System.Globalization;
using System.Text;
using PdfSharp.Drawing;
using PdfSharp.Pdf;
using PdfSharp.UniversalAccessibility;
using RussiaChinaAnalysis.Corpus.Reports.Figures;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Pdf;

/// <summary>Lets paragraphs and drawings flow over tagged pages of A4, from top to bottom, in the order in which they are read.</summary>
internal sealed class PdfFlow : IDisposable
{
    private const double PageWidth = 595;
    private const double PageHeight = 842;
    private const double Margin = 57;
    private const double Bottom = PageHeight - Margin;
    private const double LineHeight = 1.36;

    private readonly PdfDocument document;
    private readonly StructureBuilder structure;
    private readonly Dictionary<(double Size, bool Bold, bool Italic, bool Other), XFont> fonts = [];
    private readonly Dictionary<(XFont Font, string Word), double> widths = [];
    private readonly XGraphics measure;
    private XGraphics? page;
    private int pages;
    private double y;

    public PdfFlow(PdfDocument document)
    {
        this.document = document;
        structure = UAManager.ForDocument(document).StructureBuilder;
        measure = XGraphics.CreateMeasureContext(new XSize(PageWidth, PageHeight), XGraphicsUnit.Point, XPageDirection.Downwards);
    }

    public void Add(PdfStyle style, params IReadOnlyList<PdfRun> runs)
    {
        var lines = Break(style, runs);
        if (lines.Count == 0)
            return;
        var height = lines.Count * style.Size * LineHeight;
        y += page is null ? 0 : style.Before;
        // A heading stays with two lines of what follows, a short paragraph in one piece.
        var needed = style.Keep ? Math.Min(height, 200) + 40 : Math.Min(height, 3 * style.Size * LineHeight);
        if (page is null || y + needed > Bottom)
            BeginPage();
        Begin(style);
        if (style.Heading > 0)
            AddBookmark(style, runs);
        foreach (var line in lines)
        {
            if (y + style.Size * LineHeight > Bottom)
                BeginPage();
            DrawLine(style, line);
            y += style.Size * LineHeight;
        }

        structure.End();
        y += style.After;
    }

    /// <summary>A picture that is too wide or too high for a page is made smaller.</summary>
    public void Add(Drawing drawing)
    {
        var scale = Math.Min(1, Math.Min((PageWidth - 2 * Margin) / drawing.Width, (Bottom - Margin) / drawing.Height));
        var height = drawing.Height * scale;
        if (page is null || y + height > Bottom)
            BeginPage();
        structure.BeginElement(PdfIllustrationElementTag.Figure, drawing.Description, new XRect(Margin, y, drawing.Width * scale, height));
        new PdfPicture(page!, (size, bold) => Font(size, bold, italic: false, other: false)).Draw(drawing, Margin, y, scale);
        structure.End();
        y += height + 14;
    }

    public void Dispose()
    {
        page?.Dispose();
        measure.Dispose();
    }

    private void BeginPage()
    {
        page?.Dispose();
        var added = document.AddPage();
        added.Width = XUnit.FromPoint(PageWidth);
        added.Height = XUnit.FromPoint(PageHeight);
        page = XGraphics.FromPdfPage(added);
        pages++;
        // The page's number is no part of the text.
        structure.BeginArtifact();
        var number = pages.ToString(CultureInfo.InvariantCulture);
        page.DrawString(number, Font(8.5, false, false, false), XBrushes.Gray, PageWidth - Margin - 12, PageHeight - Margin / 2);
        structure.End();
        y = Margin;
    }

    private void Begin(PdfStyle style) => structure.BeginElement(style.Heading switch
    {
        1 => PdfBlockLevelElementTag.Heading1,
        2 => PdfBlockLevelElementTag.Heading2,
        3 => PdfBlockLevelElementTag.Heading3,
        _ => PdfBlockLevelElementTag.Paragraph,
    });

    private void AddBookmark(PdfStyle style, IReadOnlyList<PdfRun> runs)
    {
        var title = string.Concat(runs.Select(run => run.Text));
        if (style.Heading == 2)
            document.Outlines.Add(title, document.Pages[^1], opened: true);
    }

    private void DrawLine(PdfStyle style, List<Piece> line)
    {
        if (style.Bar is { } bar)
        {
            var colour = PdfPicture.Colour(bar);
            page!.DrawRectangle(new XSolidBrush(colour), Margin + style.Indent - 8, y + 1, 1.6, style.Size * LineHeight);
        }

        var brush = new XSolidBrush(PdfPicture.Colour(style.Colour));
        var x = Margin + style.Indent;
        // Pieces of one font are drawn at once, with their spaces, so that words come out of the file as they went in.
        foreach (var group in Joined(line))
        {
            page!.DrawString(group.Text, group.Font, brush, x, y + style.Size);
            x += group.Width;
        }
    }

    private static IEnumerable<Piece> Joined(List<Piece> line)
    {
        var text = new StringBuilder();
        for (var place = 0; place < line.Count; place++)
        {
            text.Append(line[place].Text);
            if (place + 1 < line.Count && line[place + 1].Font == line[place].Font)
                continue;
            var first = place;
            while (first > 0 && line[first - 1].Font == line[place].Font)
                first--;
            yield return new(text.ToString(), line[place].Font, line[first..(place + 1)].Sum(piece => piece.Width));
            text.Clear();
        }
    }

    private List<List<Piece>> Break(PdfStyle style, IReadOnlyList<PdfRun> runs)
    {
        var room = PageWidth - 2 * Margin - style.Indent;
        var lines = new List<List<Piece>>();
        var line = new List<Piece>();
        var used = 0.0;
        foreach (var piece in Pieces(style, runs, room))
        {
            if (used + piece.Width > room && line.Count > 0 && piece.Text != " ")
            {
                lines.Add(line);
                line = [];
                used = 0;
            }

            if (line.Count == 0 && piece.Text == " ")
                continue;
            line.Add(piece);
            used += piece.Width;
        }

        if (line.Count > 0)
            lines.Add(line);
        return lines;
    }

    /// <summary>Words and single spaces; a word that is wider than a line is cut.</summary>
    private IEnumerable<Piece> Pieces(PdfStyle style, IReadOnlyList<PdfRun> runs, double room)
    {
        foreach (var run in runs)
        {
            foreach (var (text, other) in PdfScripts.Split(run.Text))
            {
                var font = Font(style.Size, style.IsBold || run.IsBold, run.IsItalic, other);
                foreach (var word in Words(text))
                {
                    var width = Width(font, word);
                    if (width <= room)
                    {
                        yield return new(word, font, width);
                        continue;
                    }

                    foreach (var part in word.Chunk(20).Select(letters => new string(letters)))
                        yield return new(part, font, Width(font, part));
                }
            }
        }
    }

    private static IEnumerable<string> Words(string text)
    {
        var start = 0;
        for (var at = 0; at < text.Length; at++)
        {
            if (!char.IsWhiteSpace(text[at]))
                continue;
            if (at > start)
                yield return text[start..at];
            yield return " ";
            start = at + 1;
        }

        if (start < text.Length)
            yield return text[start..];
    }

    private double Width(XFont font, string word)
    {
        if (!widths.TryGetValue((font, word), out var width))
            widths.Add((font, word), width = measure.MeasureString(word, font).Width);
        return width;
    }

    private XFont Font(double size, bool bold, bool italic, bool other)
    {
        if (!fonts.TryGetValue((size, bold, italic, other), out var font))
            fonts.Add((size, bold, italic, other), font = new XFont(
                other ? PdfFonts.Other : PdfFonts.Text, size, bold ? XFontStyleEx.Bold : italic ? XFontStyleEx.Italic : XFontStyleEx.Regular));
        return font;
    }

    private sealed record Piece(string Text, XFont Font, double Width);
}
