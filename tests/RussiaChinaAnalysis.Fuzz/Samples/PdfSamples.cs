using System.Globalization;
using System.IO.Compression;
using System.Text;
using UglyToad.PdfPig.Content;
using UglyToad.PdfPig.Core;
using UglyToad.PdfPig.Fonts.Standard14Fonts;
using UglyToad.PdfPig.Writer;

namespace RussiaChinaAnalysis.Fuzz.Samples;

internal static class PdfSamples
{
    public static byte[] FromBuilder()
    {
        var builder = new PdfDocumentBuilder { DocumentInformation = { Title = "Why the harbour should stay public", Author = "Mara Lindqvist" } };
        var font = builder.AddStandard14Font(Standard14Font.TimesRoman);
        var bold = builder.AddStandard14Font(Standard14Font.TimesBold);
        for (var number = 1; number <= 3; number++)
        {
            var page = builder.AddPage(PageSize.A4);
            page.AddText("The Harbour Quarterly", 9, new PdfPoint(72, 800), font);
            page.AddText("The money", 16, new PdfPoint(72, 760), bold);
            for (var line = 0; line < 12; line++)
            {
                page.AddText("The harbour earned four million, as the ac-", 11, new PdfPoint(72, 730 - (14 * line)), font);
                page.AddText("counts of the city show in every table.", 11, new PdfPoint(320, 730 - (14 * line)), font);
            }

            page.AddText(number.ToString(CultureInfo.InvariantCulture), 9, new PdfPoint(300, 40), font);
        }

        return builder.Build();
    }

    /// <summary>Written by hand, with every stream in the clear: most mutations then reach the parser behind the filters.</summary>
    public static byte[] Plain() => Write(stream => ("", stream));

    public static byte[] Compressed() => Write(stream => ("/Filter/FlateDecode", Deflate(stream)));

    private static byte[] Write(Func<byte[], (string Entries, byte[] Data)> encode)
    {
        const string Content = """
            BT /F1 12 Tf 14 TL 72 720 Td (The harbour should stay public.) Tj 0 -14 Td [(Rents pa) -20 (y for the fer-)] TJ T* (ries.) ' ET
            q 1 0 0 1 10 10 cm /X0 Do Q BT /F2 10 Tf 1 0 0 1 72 600 Tm <00410042> Tj ET
            BI /W 1 /H 1 /BPC 8 /CS /G ID a EI BT /F3 10 Tf 72 560 Td (aa) Tj ET
            """;
        const string Map = """
            /CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /A def
            1 begincodespacerange <0000> <FFFF> endcodespacerange
            2 beginbfchar <0041> <0420> <0042> <6E2F> endbfchar
            1 beginbfrange <0050> <0060> <0430> endbfrange endcmap end end
            """;
        var objects = new List<(string Dictionary, string? Stream)>
        {
            ("<</Type/Catalog/Pages 2 0 R/Lang(en-GB)>>", null),
            ("<</Type/Pages/Kids[3 0 R]/Count 1/MediaBox[0 0 595 842]>>", null),
            ("<</Type/Page/Parent 2 0 R/Contents 4 0 R/Resources<</Font<</F1 5 0 R/F2 6 0 R/F3 11 0 R>>/XObject<</X0 9 0 R>>>>>>", null),
            ("", Content),
            ("<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Type/Encoding/Differences[65/A/B 67/fi]>>>>", null),
            ("<</Type/Font/Subtype/Type0/BaseFont/ABCDEF+Some/Encoding/Identity-H/DescendantFonts[7 0 R]/ToUnicode 8 0 R>>", null),
            ("<</Type/Font/Subtype/CIDFontType2/BaseFont/ABCDEF+Some/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor 10 0 R/DW 600/W[65[500 500] 70 90 400]>>", null),
            ("", Map),
            ("/Type/XObject/Subtype/Form/BBox[0 0 200 200]/Matrix[1 0 0 1 0 0]/Resources<</Font<</F1 5 0 R>>>>", "BT /F1 9 Tf 20 20 Td (Inside a form.) Tj ET"),
            ("<</Type/FontDescriptor/FontName/ABCDEF+Some/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>", null),
            ("<</Type/Font/Subtype/Type3/FontBBox[0 0 10 10]/FontMatrix[0.1 0 0 0.1 0 0]/FirstChar 97/LastChar 97/Widths[10]/Encoding<</Differences[97/a]>>/CharProcs<</a 12 0 R>>/Resources<<>>>>", null),
            ("", "10 0 d0 0 0 5 5 re f"),
            ("<</Title(Why the harbour should stay public)/Author(Mara Lindqvist)/CreationDate(D:20240502)>>", null),
        };

        var file = new MemoryStream();
        var places = new List<long>();
        Append(file, "%PDF-1.7\n");
        foreach (var (dictionary, stream) in objects)
        {
            places.Add(file.Length);
            Append(file, $"{places.Count} 0 obj\n");
            if (stream is null)
            {
                Append(file, dictionary + "\nendobj\n");
                continue;
            }

            var (entries, data) = encode(Encoding.Latin1.GetBytes(stream));
            Append(file, $"<<{dictionary}{entries}/Length {data.Length}>>\nstream\n");
            file.Write(data);
            Append(file, "\nendstream\nendobj\n");
        }

        var table = file.Length;
        Append(file, $"xref\n0 {objects.Count + 1}\n0000000000 65535 f \n");
        foreach (var place in places)
            Append(file, place.ToString("D10", CultureInfo.InvariantCulture) + " 00000 n \n");
        Append(file, $"trailer\n<</Size {objects.Count + 1}/Root 1 0 R/Info 13 0 R>>\nstartxref\n{table}\n%%EOF\n");
        return file.ToArray();
    }

    private static void Append(MemoryStream file, string text) => file.Write(Encoding.Latin1.GetBytes(text));

    private static byte[] Deflate(byte[] data)
    {
        var packed = new MemoryStream();
        using (var zlib = new ZLibStream(packed, CompressionLevel.Optimal, leaveOpen: true))
            zlib.Write(data);
        return packed.ToArray();
    }
}
