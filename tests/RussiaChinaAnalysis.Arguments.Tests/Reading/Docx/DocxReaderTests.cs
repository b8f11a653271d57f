using RussiaChinaAnalysis.Arguments.Reading;
using static RussiaChinaAnalysis.Arguments.Tests.Reading.Docx.WordFile;

namespace RussiaChinaAnalysis.Arguments.Tests.Reading.Docx;

public sealed class DocxReaderTests
{
    [Fact]
    public void Headings_are_known_by_the_names_and_outline_levels_that_their_styles_inherit()
    {
        var file = new WordFile
        {
            Styles = Style("berschrift1", "heading 1")
                + Style("Abschnitt", "Abschnitt", basedOn: "berschrift1")
                + Style("Unterpunkt", "Unterpunkt", properties: "<w:outlineLvl w:val=\"2\"/>")
                + Style("TextBody", "Body Text"),
        };

        Assert.Equal(
            ["Heading 1: Hafen", "Heading 1: Geld", "Heading 3: Mieten", "Paragraph: Sie steigen.", "Heading 2: Without a sheet"],
            Blocks(file.Write(
                Paragraph("Hafen", "berschrift1"), Paragraph("Geld", "Abschnitt"), Paragraph("Mieten", "Unterpunkt"),
                Paragraph("Sie steigen.", "TextBody"), Paragraph("Without a sheet", "Heading2"))));
    }

    [Fact]
    public void The_title_style_gives_the_title_and_a_heading()
    {
        var document = Document(new WordFile { Title = "Document1", Author = "Mara Lindqvist" }.Write(
            Paragraph("Keep the harbour", "Title"), Paragraph("It pays.")));

        Assert.Equal("Keep the harbour", document.Metadata.Title);
        Assert.Equal("Mara Lindqvist", document.Metadata.Author);
        Assert.Equal(["Heading 1: Keep the harbour", "Paragraph: It pays."], Read.Blocks(document));
    }

    [Theory]
    [InlineData("Why the harbour should stay public", "Why the harbour should stay public")]
    [InlineData("essay_final_v2.docx", "The first heading")]
    [InlineData("Microsoft Word - draft", "The first heading")]
    [InlineData("harbour_v2", "The first heading")]
    public void A_title_in_the_properties_counts_unless_it_is_a_file_name(string stated, string title) =>
        Assert.Equal(title, Document(new WordFile { Title = stated }.Write(Paragraph("The first heading", "Heading1"), Paragraph("Text."))).Metadata.Title);

    [Fact]
    public void The_day_of_publication_comes_from_the_cover_page() =>
        Assert.Equal("2024-05-02", Document(new WordFile { PublishDate = "2024-05-02T00:00:00" }.Write(Paragraph("Text."))).Metadata.Published);

    [Fact]
    public void The_language_is_the_one_that_most_letters_are_marked_with()
    {
        var file = new WordFile { Styles = "<w:docDefaults><w:rPrDefault><w:rPr><w:lang w:val=\"en-US\" w:eastAsia=\"zh-CN\"/></w:rPr></w:rPrDefault></w:docDefaults>" };

        Assert.Equal("en-US", Document(file.Write(Paragraph("The harbour pays."))).Metadata.Language);
        Assert.Equal("zh-CN", Document(file.Write(Paragraph("港口属于城市,不应出售。"))).Metadata.Language);
        Assert.Equal("ru-RU", Document(file.Write("<w:p>" + Run("Порт принадлежит городу.", "<w:lang w:val=\"ru-RU\"/>") + "</w:p>")).Metadata.Language);
    }

    [Fact]
    public void Lists_keep_their_depth_and_quotations_their_kind()
    {
        var file = new WordFile
        {
            Styles = Style("Zitat", "Quote") + Style("ListBullet", "List Bullet", properties: "<w:numPr><w:numId w:val=\"1\"/></w:numPr>"),
            Numbering = """
                <w:abstractNum w:abstractNumId="0"><w:lvl w:ilvl="0"><w:numFmt w:val="bullet"/></w:lvl><w:lvl w:ilvl="1"><w:numFmt w:val="decimal"/></w:lvl></w:abstractNum>
                <w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:numFmt w:val="none"/></w:lvl></w:abstractNum>
                <w:num w:numId="1"><w:abstractNumId w:val="0"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="1"/></w:num>
                """,
        };

        Assert.Equal(
            ["ListItem 1: Berths", "ListItem 2: Yachts", "ListItem 1: Cranes", "Paragraph: No mark is shown.", "Paragraph: Taken out of the list.", "Quotation 1: Lost."],
            Blocks(file.Write(
                Item("Berths", 0), Item("Yachts", 1), Paragraph("Cranes", "ListBullet"), Item("No mark is shown.", 0, number: 2),
                Item("Taken out of the list.", 0, number: 0), Paragraph("Lost.", "Zitat"))));
    }

    [Fact]
    public void Changes_under_review_count_as_accepted()
    {
        const string Body = """
            <w:p><w:pPr><w:rPr><w:del w:id="9" w:author="A"/></w:rPr></w:pPr><w:r><w:t>The city </w:t></w:r>
            <w:del w:id="1" w:author="A"><w:r><w:delText>never </w:delText></w:r></w:del><w:ins w:id="2" w:author="A"><w:r><w:t>always</w:t></w:r></w:ins></w:p>
            <w:p><w:r><w:t>pays.</w:t></w:r><w:moveFrom w:id="3" w:author="A"><w:r><w:t>Moved away.</w:t></w:r></w:moveFrom></w:p>
            <w:p><w:moveTo w:id="4" w:author="A"><w:r><w:t>Moved here.</w:t></w:r></w:moveTo></w:p>
            """;

        Assert.Equal(["Paragraph: The city always pays.", "Paragraph: Moved here."], Blocks(new WordFile().Write(Body)));
    }

    [Fact]
    public void Notes_follow_the_body_in_the_order_of_their_marks()
    {
        var file = new WordFile
        {
            Footnotes = """
                <w:footnote w:type="separator" w:id="-1"><w:p><w:r><w:separator/></w:r></w:p></w:footnote>
                <w:footnote w:id="1"><w:p><w:r><w:footnoteRef/></w:r><w:r><w:t xml:space="preserve"> Written first.</w:t></w:r></w:p></w:footnote>
                <w:footnote w:id="2"><w:p><w:r><w:t>Marked first.</w:t></w:r></w:p></w:footnote>
                <w:footnote w:id="3"><w:p><w:r><w:t>Never marked.</w:t></w:r></w:p></w:footnote>
                """,
            Endnotes = "<w:endnote w:id=\"1\"><w:p><w:r><w:t>At the end.</w:t></w:r></w:p></w:endnote>",
        };
        const string Body = """
            <w:p><w:r><w:t>It pays</w:t></w:r><w:r><w:endnoteReference w:id="1"/></w:r><w:r><w:footnoteReference w:id="2"/></w:r><w:r><w:t>.</w:t></w:r></w:p>
            <w:p><w:r><w:t>And more.</w:t></w:r><w:r><w:footnoteReference w:id="1"/></w:r></w:p>
            """;

        Assert.Equal(
            ["Paragraph: It pays.", "Paragraph: And more.", "Paragraph: Marked first.", "Paragraph: Written first.", "Paragraph: At the end."],
            Blocks(file.Write(Body)));
    }

    [Fact]
    public void A_note_that_another_note_refers_to_is_read_once()
    {
        var file = new WordFile
        {
            Footnotes = "<w:footnote w:id=\"1\"><w:p><w:r><w:t>At the foot.</w:t></w:r></w:p></w:footnote><w:footnote w:id=\"2\"><w:p><w:r><w:t>Of a note.</w:t></w:r></w:p></w:footnote>",
            Endnotes = "<w:endnote w:id=\"1\"><w:p><w:r><w:t>At the end.</w:t></w:r><w:r><w:footnoteReference w:id=\"2\"/></w:r></w:p></w:endnote>",
        };
        const string Body = "<w:p><w:r><w:t>It pays.</w:t></w:r><w:r><w:endnoteReference w:id=\"1\"/></w:r><w:r><w:footnoteReference w:id=\"1\"/></w:r></w:p>";

        Assert.Equal(
            ["Paragraph: It pays.", "Paragraph: At the foot.", "Paragraph: At the end.", "Paragraph: Of a note."],
            Blocks(file.Write(Body)));
    }

    [Fact]
    public void A_table_that_lays_out_columns_is_read_cell_by_cell()
    {
        var first = Paragraph("The harbour pays for the ferries, as it has done since 1990.") + Paragraph("Nobody asks why.");
        var second = Paragraph("What follows", "Heading2") + Item("The ferries run.", 0) + Item("The harbour grows.", 0);
        var file = new WordFile
        {
            Styles = Style("Heading2", "heading 2"),
            Numbering = "<w:abstractNum w:abstractNumId=\"0\"><w:lvl w:ilvl=\"0\"><w:numFmt w:val=\"bullet\"/></w:lvl></w:abstractNum><w:num w:numId=\"1\"><w:abstractNumId w:val=\"0\"/></w:num>",
        };

        Assert.Equal(
            [
                "Paragraph: The harbour pays for the ferries, as it has done since 1990.", "Paragraph: Nobody asks why.",
                "Heading 2: What follows", "ListItem 1: The ferries run.", "ListItem 1: The harbour grows.",
            ],
            Blocks(file.Write($"<w:tbl><w:tr><w:tc>{first}</w:tc><w:tc>{second}</w:tc></w:tr></w:tbl>")));
    }

    [Theory]
    [InlineData("Symbol", "F0B3", "≥")]
    [InlineData("Symbol", "F0AE", "→")]
    [InlineData("Symbol", "00B4", "×")]
    [InlineData("Symbol", "F061", "α")]
    [InlineData("Wingdings", "F0E0", "→")]
    [InlineData("Symbol", "F0F1", "〉")]
    [InlineData("Symbol", "F0F2", "∫")]
    [InlineData("Wingdings", "F04A", "☺")]
    [InlineData("Wingdings", "F0A7", "▪")]
    [InlineData("Wingdings", "F0B7", "•")]
    [InlineData("Wingdings", "F0D8", "➢")]
    [InlineData("Wingdings", "F0FB", "✗")]
    [InlineData("Wingdings", "F0FC", "✓")]
    [InlineData("Wingdings", "F0FE", "☑")]
    [InlineData("Script of the firm", "F021", "\uFFFD")]
    [InlineData("Times New Roman", "2265", "≥")]
    public void A_symbol_is_read_as_what_it_shows(string font, string place, string shown) =>
        Assert.Equal(
            [$"Paragraph: Trade {shown} 40 per cent."],
            Blocks(new WordFile().Write($"<w:p><w:r><w:t xml:space=\"preserve\">Trade </w:t></w:r><w:r><w:sym w:font=\"{font}\" w:char=\"{place}\"/></w:r><w:r><w:t xml:space=\"preserve\"> 40 per cent.</w:t></w:r></w:p>")));

    [Theory]
    [InlineData("Wingdings", "F028")]
    [InlineData("Wingdings 2", "F050")]
    [InlineData("Webdings", "F021")]
    public void A_picture_among_words_is_left_out(string font, string place) =>
        Assert.Equal(
            ["Paragraph: Trade grew."],
            Blocks(new WordFile().Write($"<w:p><w:r><w:t>Trade</w:t></w:r><w:r><w:sym w:font=\"{font}\" w:char=\"{place}\"/></w:r><w:r><w:t>grew.</w:t></w:r></w:p>")));

    [Fact]
    public void A_tick_in_a_table_is_an_answer_and_a_picture_is_none()
    {
        static string Cell(string run) => $"<w:tc><w:p><w:r>{run}</w:r></w:p></w:tc>";
        const string Tick = "<w:sym w:font=\"Wingdings\" w:char=\"F0FC\"/>";
        const string Telephone = "<w:sym w:font=\"Wingdings\" w:char=\"F028\"/>";

        Assert.Equal(
            ["Paragraph: Ferries | ✓ | 2023"],
            Blocks(new WordFile().Write($"<w:tbl><w:tr>{Cell("<w:t>Ferries</w:t>")}{Cell(Tick)}{Cell(Telephone)}{Cell("<w:t>2023</w:t>")}</w:tr></w:tbl>")));
    }

    [Fact]
    public void A_table_is_read_row_by_row_and_a_frame_of_one_cell_as_ordinary_text()
    {
        const string Body = """
            <w:tbl><w:tr><w:tc><w:p><w:r><w:t>Year</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>Income</w:t></w:r></w:p></w:tc></w:tr>
            <w:tr><w:tc><w:p><w:r><w:t>2023</w:t></w:r></w:p></w:tc><w:tc><w:p><w:r><w:t>3.9</w:t></w:r></w:p><w:p><w:r><w:t>million</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            <w:tbl><w:tr><w:tc><w:p><w:pPr><w:pStyle w:val="Heading2"/></w:pPr><w:r><w:t>Inside</w:t></w:r></w:p><w:p><w:r><w:t>Framed.</w:t></w:r></w:p></w:tc></w:tr></w:tbl>
            """;

        Assert.Equal(
            ["Paragraph: Year | Income", "Paragraph: 2023 | 3.9 million", "Heading 2: Inside", "Paragraph: Framed."],
            Blocks(new WordFile().Write(Body)));
    }

    [Fact]
    public void A_text_box_is_read_once_after_its_paragraph()
    {
        const string Box = "<w:txbxContent><w:p><w:r><w:t>In a box.</w:t></w:r></w:p></w:txbxContent>";
        const string Body = $"""
            <w:p><w:r><w:t xml:space="preserve">Before </w:t></w:r><w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wp:inline><a:graphic><a:graphicData
            uri="http://schemas.microsoft.com/office/word/2010/wordprocessingShape"><wps:wsp><wps:txbx>{Box}</wps:txbx></wps:wsp></a:graphicData></a:graphic></wp:inline></w:drawing></mc:Choice>
            <mc:Fallback><w:pict><v:shape><v:textbox>{Box}</v:textbox></v:shape></w:pict></mc:Fallback></mc:AlternateContent></w:r><w:r><w:t>and after.</w:t></w:r></w:p>
            """;

        Assert.Equal(["Paragraph: Before and after.", "Paragraph: In a box."], Blocks(new WordFile().Write(Body)));
    }

    [Fact]
    public void Fields_show_their_result_and_hyphens_and_tabs_what_they_mean()
    {
        const string Body = """
            <w:p><w:r><w:t xml:space="preserve">See </w:t></w:r><w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText> REF x </w:instrText></w:r><w:r><w:t>instruction</w:t></w:r>
            <w:r><w:fldChar w:fldCharType="separate"/></w:r><w:r><w:t>section 2</w:t></w:r><w:r><w:fldChar w:fldCharType="end"/></w:r><w:r><w:tab/><w:t>in&#xAD;fra</w:t><w:softHyphen/><w:t>structure</w:t></w:r>
            <w:r><w:br/><w:t>long</w:t><w:noBreakHyphen/><w:t>term</w:t></w:r><w:r><w:rPr><w:vanish/></w:rPr><w:t>hidden</w:t></w:r></w:p>
            <w:p><w:pPr><w:pStyle w:val="TOC1"/></w:pPr><w:r><w:t>The money 7</w:t></w:r></w:p>
            """;

        Assert.Equal(["Paragraph: See section 2 infrastructure long-term"], Blocks(new WordFile().Write(Body)));
    }

    [Fact]
    public void Short_bold_lines_are_headings_where_no_style_says_so()
    {
        var bold = $"<w:p>{Run("The money", "<w:b/>")}</w:p>";

        Assert.Equal(
            ["Paragraph: It pays.", "Heading 2: The money", "Paragraph: Much of it."],
            Blocks(new WordFile().Write(Paragraph("It pays."), bold, Paragraph("Much of it."))));
        Assert.Equal(
            ["Heading 1: Harbour", "Heading 2: Rents", "Paragraph: The money", "Paragraph: Much of it."],
            Blocks(new WordFile().Write(Paragraph("Harbour", "Heading1"), Paragraph("Rents", "Heading2"), bold, Paragraph("Much of it."))));
    }

    private static SourceDocument Document(byte[] content) => Read.Document("essay.docx", content);

    private static string[] Blocks(byte[] content) => Read.Blocks(Document(content));
}
