using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using RussiaChinaAnalysis.Corpus.Reports.Prose;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats.Docx;

/// <summary>Blocks of prose as paragraphs.</summary>
internal static class DocxProse
{
    public static Paragraph Of(ProseBlock block, DocxLinks links)
    {
        var paragraph = DocxReport.Paragraph(block.Kind switch
        {
            ProseKind.Heading => "Heading2",
            ProseKind.Item => "Item",
            ProseKind.Quotation => "Quote",
            _ => "Normal",
        });
        if (block.Kind == ProseKind.Item)
            paragraph.Append(DocxReport.Run("• "));
        paragraph.Append(block.Runs.Select(run => Of(run, links)));
        return paragraph;
    }

    private static OpenXmlElement Of(ProseRun run, DocxLinks links)
    {
        var properties = new RunProperties();
        if (run.Address is not null)
            properties.Append(new RunStyle { Val = "Hyperlink" });
        if (run.IsStrong)
            properties.Append(new Bold());
        if (run.IsEmphasised)
            properties.Append(new Italic());
        var written = new Run(properties, DocxReport.Text(run.Text));
        return run.Address is { } address ? new Hyperlink(written) { Id = links.To(address) } : written;
    }
}

/// <summary>Addresses outside the document, each with an id that follows from their order.</summary>
internal sealed class DocxLinks(MainDocumentPart main)
{
    private int last;

    public string To(string address)
    {
        var id = FormattableString.Invariant($"link{++last}");
        main.AddHyperlinkRelationship(new Uri(address), isExternal: true, id);
        return id;
    }
}
