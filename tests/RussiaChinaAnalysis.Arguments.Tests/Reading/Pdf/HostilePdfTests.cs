using System.Text;
using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Arguments.Tests.Reading.Pdf;

public sealed class HostilePdfTests
{
    [Fact]
    public void The_file_made_by_hand_is_sound() =>
        Assert.Equal("It pays.", Read.Text("essay.pdf", PdfFile.Raw("BT /F1 12 Tf 72 720 Td (It pays.) Tj ET")));

    [Fact]
    public void A_scan_is_refused_with_the_way_out()
    {
        var refused = Refused(new PdfFile().Picture().Page().Picture().At(300, 40, "2").Write());

        Assert.Equal(RefusalReason.NoText, refused.Reason);
        Assert.Contains("holds pictures of pages without text", refused.Message, StringComparison.Ordinal);
        Assert.Contains("OCR", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_file_of_another_format_is_called_what_it_is()
    {
        var refused = Refused([0x1F, 0x8B, .. new byte[100]]);

        Assert.Equal(RefusalReason.Mislabelled, refused.Reason);
        Assert.Contains("is a gzip archive", refused.Message, StringComparison.Ordinal);
        Assert.Equal(RefusalReason.Malformed, Refused("Just text."u8.ToArray()).Reason);
    }

    [Fact]
    public void A_truncated_file_is_refused_or_read_as_far_as_it_goes()
    {
        var sound = new PdfFile().Lines(PdfFile.Left, 740, "The harbour pays for the ferries.").Write();

        Assert.Equal(RefusalReason.Malformed, Refused(sound[..200]).Reason);
        for (var length = 20; length < sound.Length; length += 37)
            Assert.NotNull(Read.File("essay.pdf", sound[..length]));
    }

    [Fact]
    public void A_width_for_more_characters_than_there_are_is_refused_before_the_font_is_loaded()
    {
        const string Font = "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/A"
            + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4>>/W[70 2147483647 400]>>]>>";

        Assert.Equal(RefusalReason.TooComplex, Refused(PdfFile.Raw("BT /F1 12 Tf 72 720 Td <0041> Tj ET", extra: $"/Resources<</Font<</F1 {Font}>>>>")).Reason);
    }

    [Theory]
    [InlineData("<00000000> <7FFFFFFF> <0041>")]
    [InlineData("<0056168210> <0060> <0430>")]
    [InlineData("<0041> <0042> <0061> <0000> <FFFF> [<0061>] <0000> <FFFF> <0041> <0000> <FFFF> <0041> <0000> <FFFF> <0041>")]
    public void Letters_for_more_codes_than_there_are_are_refused_before_the_font_is_loaded(string ranges)
    {
        const string Font = "<</Type/Font/Subtype/Type0/BaseFont/A/Encoding/Identity-H/ToUnicode 20 0 R/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/A"
            + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4>>>>]>>";
        var map = $"1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange {ranges} endbfrange endcmap";

        Assert.Equal(RefusalReason.TooComplex, Refused(PdfFile.Raw(
            "BT /F1 12 Tf 72 720 Td <0041> Tj ET",
            extra: $"/Resources<</Font<</F1 {Font}>>>>",
            objects: $"20 0 obj\n<</Length {map.Length}>>\nstream\n{map}\nendstream\nendobj\n")).Reason);
    }

    [Theory]
    [InlineData("20 0 R")]
    [InlineData("21 0 R")]
    public void Letters_for_more_codes_than_there_are_are_refused_in_the_encoding_of_a_composite_font_too(string encoding)
    {
        var font = $"<</Type/Font/Subtype/Type0/BaseFont/A/Encoding {encoding}/DescendantFonts[<</Type/Font/Subtype/CIDFontType2/BaseFont/A"
            + "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>/FontDescriptor<</Type/FontDescriptor/FontName/A/Flags 4>>>>]>>";
        const string Map = "1 begincodespacerange <0000> <FFFF> endcodespacerange 1 beginbfrange <000000> <0FFFFF> <0041> endbfrange endcmap";

        Assert.Equal(RefusalReason.TooComplex, Refused(PdfFile.Raw(
            "BT /F1 12 Tf 72 720 Td <0041> Tj ET",
            extra: $"/Resources<</Font<</F1 {font}>>>>",
            objects: $"20 0 obj\n<</Length {Map.Length}>>\nstream\n{Map}\nendstream\nendobj\n21 0 obj\n20 0 R\nendobj\n")).Reason);
    }

    [Fact]
    public void Too_many_pages_are_refused()
    {
        var file = new PdfFile();
        for (var page = 0; page < 3; page++)
            file.At(72, 740, "Text.").Page();

        var refused = Assert.IsType<ReadResult.Refused>(DocumentReaders.Default.Read(
            new SourceFile("essay.pdf", file.Write()), new ReadingLimits(MaximumPages: 3), TestContext.Current.CancellationToken));

        Assert.Equal("essay.pdf has 4 pages and the limit is 3; divide it, or raise the limit.", refused.Message);
    }

    [Fact]
    public void A_stream_that_unpacks_without_end_is_refused()
    {
        var bomb = PdfFile.Deflate(stream =>
        {
            for (var part = 0; part < 400; part++)
                stream.Write(new byte[1_000_000]);
        });

        Assert.Equal(RefusalReason.TooComplex, Refused(PdfFile.Raw(bomb, "/Filter/FlateDecode")).Reason);
    }

    [Fact]
    public void Runs_that_unpack_to_more_than_a_stream_may_hold_are_refused()
    {
        // "x" 128 times over.
        var runs = new byte[800_000];
        for (var at = 0; at < runs.Length; at += 2)
            (runs[at], runs[at + 1]) = (129, (byte)'x');

        Assert.Equal(RefusalReason.TooComplex, Refused(PdfFile.Raw(runs, "/Filter/RunLengthDecode")).Reason);
    }

    [Fact]
    public void Sequences_that_unpack_to_more_than_a_stream_may_hold_are_refused() =>
        Assert.Equal(RefusalReason.TooComplex, Refused(PdfFile.Raw(LongestSequences(12_000), "/Filter/LZWDecode")).Reason);

    [Theory]
    [InlineData("/DecodeParms<</Columns 20000/Rows 20000>>")]
    [InlineData("/Height 2000000")]
    public void A_picture_that_is_larger_than_a_stream_may_be_is_refused_before_there_is_room_for_it(string size) =>
        Assert.Equal(RefusalReason.TooComplex, Refused(PdfFile.Raw([0, 1, 2, 3], $"/Filter/CCITTFaxDecode{size}")).Reason);

    [Fact]
    public void A_sound_stream_of_runs_or_sequences_is_read()
    {
        const string Content = "BT /F1 12 Tf 72 720 Td (It pays.) Tj ET";

        Assert.Equal("It pays.", Read.Text("essay.pdf", PdfFile.Raw([(byte)(Content.Length - 1), .. Encoding.ASCII.GetBytes(Content), 128], "/Filter/RunLengthDecode")));
        Assert.Equal("It pays.", Read.Text("essay.pdf", PdfFile.Raw(Lzw([256, .. Content.Select(character => (int)character), 257]), "/Filter/LZWDecode")));
        Assert.NotEqual(RefusalReason.TooComplex, Refused(PdfFile.Raw(LongestSequences(1_000), "/Filter/LZWDecode")).Reason);
    }

    [Fact]
    public void Text_that_is_painted_again_and_again_is_refused()
    {
        var content = "/X0 Do " + string.Concat(Enumerable.Repeat("/X0 Do ", 200_000));

        Assert.Equal(RefusalReason.TooComplex, Refused(PdfFile.Raw(content)).Reason);
    }

    [Fact]
    public void Forms_that_draw_each_other_in_a_circle_do_not_overflow()
    {
        static string Form(int number, int next) =>
            $"{number} 0 obj\n<</Type/XObject/Subtype/Form/BBox[0 0 9 9]/Resources<</XObject<</X0 {next} 0 R>>>>/Length 8>>\nstream\n/X0 Do  \nendstream\nendobj\n";
        var circle = string.Concat(Enumerable.Range(20, 40).Select(number => Form(number, number == 59 ? 20 : number + 1)));

        Assert.Equal(RefusalReason.TooComplex, Refused(PdfFile.Raw("/X0 Do", extra: "/Resources<</XObject<</X0 20 0 R>>>>", objects: circle)).Reason);
    }

    [Theory]
    [InlineData("[", "")]
    [InlineData("<</A", "")]
    [InlineData("[", "]")]
    [InlineData("<</A ", ">>")]
    [InlineData("(", "")]
    [InlineData("q ", "")]
    [InlineData("BT ", "")]
    public void Deep_nesting_does_not_overflow(string open, string close)
    {
        var nested = string.Concat(Enumerable.Repeat(open, 100_000)) + string.Concat(Enumerable.Repeat(close, 100_000));

        Assert.NotNull(Read.File("essay.pdf", PdfFile.Raw(nested)));
        Assert.NotNull(Read.File("essay.pdf", PdfFile.Raw("", extra: "/Deep " + nested)));
    }

    [Fact]
    public void A_cancelled_reading_stops()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.ThrowsAny<OperationCanceledException>(() => DocumentReaders.Default.Read(
            new SourceFile("essay.pdf", new PdfFile().At(72, 740, "Text.").Write()), ReadingLimits.Default, cancelled.Token));
    }

    // A space, then each code the longest sequence so far and one more; at last the longest of all, about 3,800 spaces, again and again.
    private static byte[] LongestSequences(int times) =>
        Lzw([256, ' ', .. Enumerable.Range(258, 4_096 - 258), .. Enumerable.Repeat(4_095, times), 257]);

    private static byte[] Lzw(int[] codes)
    {
        var packed = new List<byte>();
        var (held, bits, entries) = (0, 0, 257);
        foreach (var code in codes)
        {
            var width = entries >= 2_047 ? 12 : entries >= 1_023 ? 11 : entries >= 511 ? 10 : 9;
            held = ((held & 0xFFF) << width) | code;
            for (bits += width; bits >= 8; bits -= 8)
                packed.Add((byte)(held >> (bits - 8)));
            // The first code makes no entry of the table, each further one makes one.
            entries = code == 256 ? 257 : Math.Min(entries + 1, 4_096);
        }

        packed.Add((byte)(held << (8 - bits)));
        return [.. packed];
    }

    private static ReadResult.Refused Refused(byte[] content) => Assert.IsType<ReadResult.Refused>(Read.File("essay.pdf", content));
}
