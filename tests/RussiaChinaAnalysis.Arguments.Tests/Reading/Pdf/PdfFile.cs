using System.IO.Compression;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace RussiaChinaAnalysis.Arguments.Tests.Reading.Pdf;

/// <summary>Sets pages in Times with PdfPig's writer, line by line, as a type-setter would.</summary>
internal sealed class PdfFile
{
    public const double Size = 11;
    public const double Leading = 14;
    public const double Left = 72;
    public const double Top = 740;

    private readonly PdfDocumentBuilder builder = new();
    private readonly PdfDocumentBuilder.AddedFont plain;
    private readonly PdfDocumentBuilder.AddedFont bold;
    private PdfPageBuilder page = null!;

    public PdfFile()
    {
        plain = builder.AddStandard14Font(Standard14Font.TimesRoman);
        bold = builder.AddStandard14Font(Standard14Font.TimesBold);
        Page();
    }

    public PdfFile About(string? title, string? author)
    {
        builder.DocumentInformation.Title = title;
        builder.DocumentInformation.Author = author;
        return this;
    }

    public PdfFile Page()
    {
        page = builder.AddPage(PageSize.A4);
        return this;
    }

    public PdfFile At(double left, double baseline, string text, double size = Size, bool isBold = false)
    {
        page.AddText(text, size, new PdfPoint(left, baseline), isBold ? bold : plain);
        return this;
    }

    /// <summary>Lines one below the other, the first at <paramref name="top"/>.</summary>
    public PdfFile Lines(double left, double top, params ReadOnlySpan<string> lines)
    {
        for (var at = 0; at < lines.Length; at++)
            At(left, top - (at * Leading), lines[at]);
        return this;
    }

    public PdfFile Picture()
    {
        page.AddPng(OneGreyPixel(), new PdfRectangle(0, 0, 500, 700));
        return this;
    }

    public byte[] Write() => builder.Build();

    /// <summary>A file put together by hand: its objects as they are given, one font, one page.</summary>
    public static byte[] Raw(string content, string entries = "", string extra = "", string objects = "") =>
        Raw(Encoding.Latin1.GetBytes(content), entries, extra, objects);

    public static byte[] Raw(byte[] content, string entries, string extra = "", string objects = "")
    {
        var file = new MemoryStream();
        file.Write(Encoding.Latin1.GetBytes(
            "%PDF-1.7\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n" +
            $"3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R{(extra.Contains("/Resources", StringComparison.Ordinal) ? "" : "/Resources<</Font<</F1 5 0 R>>/XObject<</X0 6 0 R>>>>")}{extra}>>\nendobj\n" +
            "5 0 obj\n<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>\nendobj\n" +
            "6 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</Font<</F1 5 0 R>>/XObject<</X0 6 0 R>>>>/Length 50>>\nstream\n" +
            "BT /F1 9 Tf 9 9 Td (aaaaaaaaaaaaaaaaaa) Tj ET     \nendstream\nendobj\n" +
            $"4 0 obj\n<<{entries}/Length {content.Length}>>\nstream\n"));
        file.Write(content);
        file.Write(Encoding.Latin1.GetBytes("\nendstream\nendobj\n" + objects));
        file.Write("trailer\n<</Root 1 0 R/Size 7>>\n%%EOF\n"u8);
        return file.ToArray();
    }

    public static byte[] Deflate(Action<Stream> write)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Fastest, leaveOpen: true))
            write(zlib);
        return packed.ToArray();
    }

    private static byte[] OneGreyPixel() => Convert.FromBase64String(
        "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAIAAACQd1PeAAAADElEQVR4nGNoaGgAAAMEAYFL09IQAAAAAElFTkSuQmCC");
}
