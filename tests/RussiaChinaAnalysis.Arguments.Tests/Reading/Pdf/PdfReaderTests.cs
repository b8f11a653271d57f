using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Arguments.Tests.Reading.Pdf;

public sealed class PdfReaderTests
{
    private static readonly string[] Body =
    [
        "The harbour pays for the ferries that nobody else would run, and the city",
        "that sells it gives up the means to decide what is built along the shore.",
        "Its rents have grown in every year since the quay was repaired.",
    ];

    [Fact]
    public void Lines_become_paragraphs_by_the_gaps_and_the_indents_between_them()
    {
        var file = new PdfFile()
            .Lines(PdfFile.Left, 740, Body)
            .Lines(PdfFile.Left, 680, Body)
            .At(PdfFile.Left + 15, 638, "A third paragraph is set in at its first line, and its other lines stand")
            .Lines(PdfFile.Left, 624, "at the edge of the column as the lines of all the others do, to the very", "end.");

        Assert.Equal(
            [
                "Paragraph: " + string.Join(' ', Body),
                "Paragraph: " + string.Join(' ', Body),
                "Paragraph: A third paragraph is set in at its first line, and its other lines stand at the edge of the column as the lines of all the others do, to the very end.",
            ],
            Blocks(file));
    }

    [Fact]
    public void Larger_and_bolder_lines_are_headings_by_their_rank()
    {
        var file = new PdfFile()
            .At(PdfFile.Left, 780, "Why the harbour should", 20, isBold: true)
            .At(PdfFile.Left, 757, "stay public", 20, isBold: true)
            .Lines(PdfFile.Left, 720, Body)
            .At(PdfFile.Left, 660, "The money", 14)
            .Lines(PdfFile.Left, 640, Body)
            .At(PdfFile.Left, 580, "Rents", isBold: true)
            .Lines(PdfFile.Left, 566, Body);

        var document = Document(file);

        Assert.Equal(
            ["Heading 1: Why the harbour should stay public", "Heading 2: The money", "Heading 3: Rents"],
            Read.Blocks(document).Where(block => block.StartsWith("Heading", StringComparison.Ordinal)));
        Assert.Equal("Why the harbour should stay public", document.Metadata.Title);
    }

    [Fact]
    public void Two_columns_are_read_one_after_the_other_below_a_title_across_both()
    {
        var file = new PdfFile().At(150, 790, "A title across both of the columns", 18);
        for (var line = 0; line < 20; line++)
        {
            file.At(60, 740 - (14 * line), $"left line {line} of the essay goes on and");
            file.At(310, 740 - (14 * line), $"right line {line} of the essay goes on and");
        }

        var expected = string.Join(' ', Enumerable.Range(0, 20).Select(line => $"left line {line} of the essay goes on and")
            .Concat(Enumerable.Range(0, 20).Select(line => $"right line {line} of the essay goes on and")));
        Assert.Equal(["Heading 1: A title across both of the columns", "Paragraph: " + expected], Blocks(file));
    }

    [Fact]
    public void Running_heads_and_page_numbers_go_and_paragraphs_go_on_over_the_page()
    {
        var file = new PdfFile();
        for (var number = 1; number <= 4; number++)
        {
            file.At(PdfFile.Left, 800, number % 2 == 0 ? "The Harbour Quarterly" : "Mara Lindqvist", 9).At(300, 40, $"Page {number} of 4", 9)
                .Lines(PdfFile.Left, 740, Body[0], $"that keeps it, on page {number} as on each of the others, has a sentence that goes on where");
            if (number < 4)
                file.Page();
        }

        var document = Document(file);

        Assert.Equal(
            "Paragraph: " + string.Join(' ', Enumerable.Range(1, 4).SelectMany(number =>
                new[] { Body[0], $"that keeps it, on page {number} as on each of the others, has a sentence that goes on where" })),
            Assert.Single(Read.Blocks(document)));
        Assert.Equal(1, Assert.Single(document.Blocks).Page);
    }

    [Fact]
    public void A_block_names_the_page_that_it_begins_on()
    {
        var file = new PdfFile().Lines(PdfFile.Left, 740, Body).Page().Lines(PdfFile.Left, 740, Body).Page().Lines(PdfFile.Left, 740, "The end.");

        Assert.Equal([1, 2, 3], Document(file).Blocks.Select(block => block.Page));
    }

    [Theory]
    [InlineData("the infra-", "structure", "the infrastructure")]
    [InlineData("a long-", "term lease", "a long-term lease")]
    [InlineData("between Russia-", "China and", "between Russia-China and")]
    [InlineData("from 1990-", "95 it was", "from 1990-95 it was")]
    [InlineData("the inter-", "dependence of", "the interdependence of")]
    public void A_hyphen_at_the_end_of_a_line_goes_unless_it_belongs_to_the_word(string line, string next, string joined)
    {
        var file = new PdfFile().Lines(
            PdfFile.Left, 740, "The plan is for the long run, and a term of office is short beside its interdependence of " + line, next + " the city goes on.");

        Assert.Contains(joined, Document(file).Text, StringComparison.Ordinal);
    }

    [Fact]
    public void The_soft_hyphen_of_a_font_is_a_hyphen_unless_it_divides_a_line()
    {
        const string Font = "/Resources<</Font<</F1<</Type/Font/Subtype/Type1/BaseFont/Helvetica/Encoding<</Differences[173/sfthyphen]>>>>>>>>";

        Assert.Equal(
            "The Russia-China trade of 1990-95 paid for much of the infrastructure of the long-",
            Read.Text("essay.pdf", PdfFile.Raw(
                "BT /F1 12 Tf 72 720 Td (The Russia\u00ADChina trade of 1990\u00AD95 paid for much of the infra\u00AD) Tj 0 -14 Td (structure of the long\u00AD) Tj ET", extra: Font)));
    }

    [Fact]
    public void Lists_lose_their_marks_and_keep_their_depth()
    {
        var file = new PdfFile()
            .Lines(PdfFile.Left, 740, Body)
            .At(90, 690, "•").At(105, 690, "Berths brought three million, which is more than all of the other")
            .At(105, 676, "sources together.")
            .At(110, 662, "-").At(125, 662, "Yachts paid most of it.")
            .At(90, 648, "•").At(105, 648, "Cranes brought the rest.")
            .Lines(PdfFile.Left, 620, Body);

        Assert.Equal(
            [
                "ListItem 1: Berths brought three million, which is more than all of the other sources together.",
                "ListItem 2: Yachts paid most of it.",
                "ListItem 1: Cranes brought the rest.",
            ],
            Blocks(file)[1..^1]);
    }

    [Fact]
    public void Notes_lose_their_marks_and_follow_the_body()
    {
        var file = new PdfFile()
            .Lines(PdfFile.Left, 740, Body)
            .At(PdfFile.Left, 690, "The accounts show it.").At(PdfFile.Left + 95.5, 694, "1", 7)
            .At(PdfFile.Left, 100, "1", 6).At(PdfFile.Left + 4, 97, "See the accounts of the city.", 9)
            .Page()
            .Lines(PdfFile.Left, 740, Body);

        Assert.Equal(
            ["Paragraph: " + string.Join(' ', Body), "Paragraph: The accounts show it.", "Paragraph: " + string.Join(' ', Body), "Paragraph: See the accounts of the city."],
            Blocks(file));
    }

    [Fact]
    public void Lines_that_are_set_in_on_both_sides_are_a_quotation()
    {
        var file = new PdfFile()
            .Lines(PdfFile.Left, 740, Body)
            .Lines(110, 690, "A harbour sold is a harbour lost, and a city that has", "lost its harbour has lost its reason.")
            .Lines(PdfFile.Left, 655, Body);

        Assert.Equal("Quotation 1: A harbour sold is a harbour lost, and a city that has lost its harbour has lost its reason.", Blocks(file)[1]);
    }

    [Theory]
    [InlineData("Why the harbour should stay public", "Why the harbour should stay public")]
    [InlineData("essay-final.indd", "Essay")]
    [InlineData(null, "Essay")]
    public void A_title_in_the_document_information_counts_unless_it_is_a_file_name(string? stated, string title)
    {
        var metadata = Document(new PdfFile().About(stated, "Mara Lindqvist").Lines(PdfFile.Left, 740, Body)).Metadata;

        Assert.Equal(title, metadata.Title);
        Assert.Equal("Mara Lindqvist", metadata.Author);
        Assert.Null(metadata.Published);
    }

    private static SourceDocument Document(PdfFile file) => Read.Document("essay.pdf", file.Write());

    private static string[] Blocks(PdfFile file) => Read.Blocks(Document(file));
}
