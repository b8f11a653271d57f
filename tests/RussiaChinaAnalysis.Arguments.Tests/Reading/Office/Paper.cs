using System.Globalization;

namespace RussiaChinaAnalysis.Arguments.Tests.Reading.Office;

/// <summary>
/// A paper as journals set it, as a flat OpenDocument file: title across the page, two columns, running head, page
/// numbers, footnotes, justified and hyphenated lines, headings of two levels, a list.
/// </summary>
internal static class Paper
{
    private const string Names =
        """xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0" xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0" xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0" xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:meta="urn:oasis:names:tc:opendocument:xmlns:meta:1.0" """;

    private static readonly string[] Sentences =
    [
        "The council has argued for a decade that a private owner would invest where the city cannot, and yet the figures that it publishes every spring point the other way.",
        "The ports of the region that were sold spent less on their quays than the two that were kept, although their fees rose twice as fast.",
        "It is sometimes objected that the comparison is unfair, because the ports that were sold had been neglected before; but the neglect was the work of the same council that now recommends the sale.",
        "What the city would lose is not an income alone but a means of planning, for whoever owns the shore decides what is built on it and for whom.",
        "Shipping companies have learned to treat harbours as interchangeable, and a harbour that competes on price alone will always find one that is cheaper.",
        "The better course is to lease the berths for short terms, to publish the accounts, and to let those who live beside the water decide what becomes of it.",
    ];

    public static string[] Notes { get; } =
        ["City of Lindhamn, Annual accounts 2023, p. 14.", "See also the reply of the harbour board, which disputes the second figure.", "The board has since withdrawn it."];

    /// <summary>What a person reads, block by block; the notes at the end.</summary>
    public static string[] Blocks { get; } =
    [
        "Heading 1: Who should own the shore?", "Paragraph: Mara Lindqvist and Jón Berg",
        "Heading 2: Introduction", .. Paragraphs(1971, 4), "Heading 2: Evidence", .. Paragraphs(1982, 1), "Heading 3: Investment", .. Paragraphs(1990, 5),
        "Heading 3: Fees", .. Paragraphs(2001, 5), "ListItem 1: Fees doubled in Sandvik within four years.", "ListItem 1: They rose by a tenth in Lindhamn, where nothing was sold.",
        "Heading 2: Conclusion", .. Paragraphs(2017, 2), .. Notes.Select(note => "Paragraph: " + note),
    ];

    public static string Markup { get; } = $"""
        <?xml version="1.0" encoding="UTF-8"?>
        <office:document {Names} office:version="1.3" office:mimetype="application/vnd.oasis.opendocument.text">
        <office:meta><dc:title>Who should own the shore?</dc:title><meta:initial-creator>Mara Lindqvist</meta:initial-creator><dc:creator>Mara Lindqvist</dc:creator></office:meta>
        <office:styles>
        <style:default-style style:family="paragraph"><style:text-properties fo:font-family="'Liberation Serif'" fo:font-size="10pt" fo:language="en" fo:country="GB" fo:hyphenate="true" fo:hyphenation-remain-char-count="2" fo:hyphenation-push-char-count="2"/></style:default-style>
        <style:style style:name="Body" style:family="paragraph"><style:paragraph-properties fo:text-align="justify" fo:text-indent="0.4cm"/></style:style>
        <style:style style:name="Footnote" style:family="paragraph"><style:text-properties fo:font-size="8pt"/></style:style>
        <style:style style:name="Raised" style:family="text"><style:text-properties style:text-position="super 58%"/></style:style>
        <style:style style:name="Title" style:family="paragraph"><style:paragraph-properties fo:text-align="center"/><style:text-properties fo:font-size="18pt" fo:font-weight="bold"/></style:style>
        <style:style style:name="Author" style:family="paragraph"><style:paragraph-properties fo:text-align="center" fo:margin-bottom="0.5cm"/></style:style>
        {Heading(2, "13pt")}{Heading(3, "11pt")}
        <text:notes-configuration text:note-class="footnote" text:citation-body-style-name="Raised" style:num-format="1"/>
        </office:styles>
        <office:automatic-styles>
        <style:style style:name="Columns" style:family="section"><style:section-properties text:dont-balance-text-columns="true"><style:columns fo:column-count="2" fo:column-gap="0.7cm"/></style:section-properties></style:style>
        <text:list-style style:name="Bullets"><text:list-level-style-bullet text:level="1" text:bullet-char="•"><style:list-level-properties text:list-level-position-and-space-mode="label-alignment"><style:list-level-label-alignment text:label-followed-by="listtab" fo:text-indent="-0.5cm" fo:margin-left="0.8cm"/></style:list-level-properties></text:list-level-style-bullet></text:list-style>
        <style:page-layout style:name="Page"><style:page-layout-properties fo:page-width="21cm" fo:page-height="29.7cm" fo:margin="1.8cm"/><style:header-style><style:header-footer-properties fo:margin-bottom="0.5cm"/></style:header-style><style:footer-style><style:header-footer-properties fo:margin-top="0.5cm"/></style:footer-style></style:page-layout>
        </office:automatic-styles>
        <office:master-styles><style:master-page style:name="Standard" style:page-layout-name="Page"><style:header><text:p>Journal of Ports 12 (2024)</text:p></style:header><style:footer><text:p>Page <text:page-number text:select-page="current"/></text:p></style:footer></style:master-page></office:master-styles>
        <office:body><office:text><text:p text:style-name="Title">Who should own the shore?</text:p><text:p text:style-name="Author">Mara Lindqvist and Jón Berg</text:p>
        <text:section text:style-name="Columns" text:name="Columns">{string.Concat(Blocks[2..^Notes.Length].Select(Element))}</text:section></office:text></office:body></office:document>
        """;

    private static IEnumerable<string> Paragraphs(int year, int count) => Enumerable.Range(year, count).Select(first => string.Create(
        CultureInfo.InvariantCulture, $"Paragraph: In {first} nobody doubted it. {string.Join(' ', Enumerable.Range(first, 5).Select(at => Sentences[at % Sentences.Length]))}"));

    private static string Heading(int level, string size) => $"""
        <style:style style:name="Heading{level}" style:display-name="Heading {level}" style:family="paragraph" style:default-outline-level="{level}"><style:paragraph-properties fo:margin-top="0.4cm" fo:margin-bottom="0.2cm" fo:keep-with-next="always"/><style:text-properties fo:font-size="{size}" fo:font-weight="bold"/></style:style>
        """;

    private static string Element(string block)
    {
        var (kind, words) = (block[..block.IndexOf(':', StringComparison.Ordinal)], block[(block.IndexOf(':', StringComparison.Ordinal) + 2)..]);
        return kind switch
        {
            "ListItem 1" => $"<text:list text:style-name=\"Bullets\"><text:list-item><text:p text:style-name=\"Body\">{words}</text:p></text:list-item></text:list>",
            "Paragraph" => $"<text:p text:style-name=\"Body\">{WithNote(words)}</text:p>",
            _ => $"<text:h text:style-name=\"Heading{kind[^1]}\" text:outline-level=\"{kind[^1]}\">{words}</text:h>",
        };
    }

    private static string WithNote(string words)
    {
        var at = Array.FindIndex(["In 1971", "In 1982", "In 2003"], beginning => words.StartsWith(beginning, StringComparison.Ordinal));
        return at < 0 ? words : words.Insert(words.IndexOf(". ", 40, StringComparison.Ordinal) + 1, $"""
            <text:note text:id="n{at}" text:note-class="footnote"><text:note-citation>{at + 1}</text:note-citation><text:note-body><text:p text:style-name="Footnote">{Notes[at]}</text:p></text:note-body></text:note>
            """);
    }
}
