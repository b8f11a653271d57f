using PdfSharp.Drawing;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Pdf;

/// <summary>Breaks paragraphs into lines of words whose widths are known.</summary>
internal sealed class PdfLines(PdfFonts known) : IDisposable
{
    private readonly Dictionary<(double Size, bool Bold, bool Italic, string Family), XFont> fonts = [];
    private readonly Dictionary<(XFont Font, string Word), double> widths = [];
    private readonly XGraphics measure = XGraphics.CreateMeasureContext(new XSize(600, 800), XGraphicsUnit.Point, XPageDirection.Downwards);

    public List<List<PdfPiece>> Break(PdfStyle style, IReadOnlyList<PdfRun> runs, double room)
    {
        var lines = new List<List<PdfPiece>>();
        var line = new List<PdfPiece>();
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

    public double Width(XFont font, string word)
    {
        if (!widths.TryGetValue((font, word), out var width))
            widths.Add((font, word), width = measure.MeasureString(word, font).Width);
        return width;
    }

    public XFont Font(double size, bool bold, bool italic, string family)
    {
        if (!fonts.TryGetValue((size, bold, italic, family), out var font))
            fonts.Add((size, bold, italic, family), font = new XFont(family, size, bold ? XFontStyleEx.Bold : italic ? XFontStyleEx.Italic : XFontStyleEx.Regular));
        return font;
    }

    public void Dispose() => measure.Dispose();

    /// <summary>Words and single spaces; a word that is wider than a line is cut.</summary>
    private IEnumerable<PdfPiece> Pieces(PdfStyle style, IReadOnlyList<PdfRun> runs, double room)
    {
        foreach (var run in runs)
        {
            foreach (var (text, family) in PdfScripts.Split(run.Text, known))
            {
                var font = Font(style.Size, style.IsBold || run.IsBold, run.IsItalic, family);
                foreach (var word in PdfScripts.Words(text))
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
}

/// <summary>Letters of one font in one line.</summary>
internal sealed record PdfPiece(string Text, XFont Font, double Width);
