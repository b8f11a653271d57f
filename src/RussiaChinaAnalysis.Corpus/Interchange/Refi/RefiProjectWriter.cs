using System.Globalization;
using System.Xml;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Files;

namespace RussiaChinaAnalysis.Corpus.Interchange.Refi;

/// <summary>
/// A REFI-QDA project: the texts, each passage a selection coded with its role and themes, each relation a link.
/// Positions count Unicode code points.
/// </summary>
internal sealed class RefiProjectWriter : IInterchangeFormat
{
    private static readonly Guid User = NameGuid.Of("user", RefiNames.Origin);

    public FormatDescription Description { get; } =
        new("qdpx", "REFI-QDA project", ".qdpx", "application/zip", "coded texts for NVivo, ATLAS.ti, MAXQDA and others");

    public bool KeepsRejected => false;

    public async Task WriteAsync(InterchangeCorpus corpus, Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        using var zip = new FixedZip(output);
        // The XML comes after the texts in the archive, and links come after the sources in the XML.
        using var project = new MemoryStream();
        var links = new List<Link>();
        await using (var xml = XmlWriter.Create(project, RefiNames.Writing))
        {
            await xml.WriteStartDocumentAsync();
            WriteHead(xml, corpus);
            var done = 0;
            Start(xml, "Sources");
            await foreach (var document in corpus.Documents.WithCancellation(cancellation))
            {
                await zip.AddAsync($"sources/{RefiNames.Text(SourceOf(document))}.txt", document.Text, cancellation);
                WriteSource(xml, document);
                links.AddRange(document.Relations.Where(relation => relation.To is not null).Select(relation => new Link(
                    NameGuid.Of("link", document.Hash, relation.Number.ToString(CultureInfo.InvariantCulture)),
                    relation.Kind,
                    SelectionOf(document, relation.From),
                    SelectionOf(document, relation.To!.Value))));
                progress.Report(++done);
            }

            xml.WriteEndElement();
            WriteLinks(xml, links);
            xml.WriteEndElement();
            await xml.WriteEndDocumentAsync();
        }

        await zip.AddAsync("project.qde", project.GetBuffer().AsMemory(0, (int)project.Length), cancellation);
    }

    private static void WriteHead(XmlWriter xml, InterchangeCorpus corpus)
    {
        Start(xml, "Project");
        xml.WriteAttributeString("name", corpus.Description);
        xml.WriteAttributeString("origin", RefiNames.Origin);
        xml.WriteAttributeString("creatingUserGUID", RefiNames.Text(User));
        Start(xml, "Users");
        Start(xml, "User");
        xml.WriteAttributeString("guid", RefiNames.Text(User));
        xml.WriteAttributeString("name", RefiNames.Origin);
        xml.WriteEndElement();
        xml.WriteEndElement();

        var codes = new RefiCodes(RefiNames.Project, corpus.Themes);
        Start(xml, "CodeBook");
        Start(xml, "Codes");
        codes.WriteLabels(xml);
        codes.WriteThemes(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
    }

    private static void WriteSource(XmlWriter xml, InterchangeDocument document)
    {
        var positions = new CodePoints(document.Text);
        var source = RefiNames.Text(SourceOf(document));
        Start(xml, "TextSource");
        xml.WriteAttributeString("guid", source);
        xml.WriteAttributeString("name", document.Title);
        xml.WriteAttributeString("plainTextPath", $"internal://{source}.txt");
        WriteMade(xml, document);
        if (DescriptionOf(document) is { Length: > 0 } description)
            xml.WriteElementString("Description", RefiNames.Project, description);
        foreach (var passage in document.Passages)
        {
            Start(xml, "PlainTextSelection");
            xml.WriteAttributeString("guid", RefiNames.Text(SelectionOf(document, passage.Number)));
            xml.WriteAttributeString("name", Shorten(passage.Quote));
            xml.WriteAttributeString("startPosition", positions.FromUnit(passage.Span.Start).ToString(CultureInfo.InvariantCulture));
            xml.WriteAttributeString("endPosition", positions.FromUnit(passage.Span.End).ToString(CultureInfo.InvariantCulture));
            WriteMade(xml, document);
            foreach (var code in RefiCodes.Of(passage))
            {
                Start(xml, "Coding");
                xml.WriteAttributeString("guid", RefiNames.Text(NameGuid.Of("coding", document.Hash, RefiNames.Text(code), passage.Number.ToString(CultureInfo.InvariantCulture))));
                WriteMade(xml, document);
                Start(xml, "CodeRef");
                xml.WriteAttributeString("targetGUID", RefiNames.Text(code));
                xml.WriteEndElement();
                xml.WriteEndElement();
            }

            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteLinks(XmlWriter xml, List<Link> links)
    {
        if (links.Count == 0)
            return;
        Start(xml, "Links");
        foreach (var link in links)
        {
            Start(xml, "Link");
            xml.WriteAttributeString("guid", RefiNames.Text(link.Id));
            xml.WriteAttributeString("name", LabelWords.Of(link.Kind));
            xml.WriteAttributeString("direction", "OneWay");
            xml.WriteAttributeString("originGUID", RefiNames.Text(link.From));
            xml.WriteAttributeString("targetGUID", RefiNames.Text(link.To));
            xml.WriteEndElement();
        }

        xml.WriteEndElement();
    }

    private static void WriteMade(XmlWriter xml, InterchangeDocument document)
    {
        xml.WriteAttributeString("creatingUser", RefiNames.Text(User));
        xml.WriteAttributeString("creationDateTime", document.ImportedAt.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture));
    }

    private static void Start(XmlWriter xml, string element) => xml.WriteStartElement(element, RefiNames.Project);

    private static Guid SourceOf(InterchangeDocument document) => NameGuid.Of("source", document.Hash);

    private static Guid SelectionOf(InterchangeDocument document, int passage) =>
        NameGuid.Of("selection", document.Hash, passage.ToString(CultureInfo.InvariantCulture));

    private static string DescriptionOf(InterchangeDocument document) =>
        string.Join(", ", new[] { document.Author, document.Published }.Where(part => !string.IsNullOrEmpty(part)));

    private static string Shorten(string quote)
    {
        if (quote.Length <= 60)
            return quote;
        var end = char.IsHighSurrogate(quote[58]) ? 58 : 59;
        return $"{quote[..end]}…";
    }

    private sealed record Link(Guid Id, RelationKind Kind, Guid From, Guid To);
}
