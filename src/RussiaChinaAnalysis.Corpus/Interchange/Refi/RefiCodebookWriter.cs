using System.Xml;
using RussiaChinaAnalysis.Corpus.Files;

namespace RussiaChinaAnalysis.Corpus.Interchange.Refi;

/// <summary>The themes alone, as a REFI-QDA codebook.</summary>
internal sealed class RefiCodebookWriter : IInterchangeFormat
{
    public FormatDescription Description { get; } =
        new("qdc", "REFI-QDA codebook", ".qdc", "application/xml", "the themes as codes for NVivo, ATLAS.ti, MAXQDA and others");

    public bool KeepsRejected => false;

    public async Task WriteAsync(InterchangeCorpus corpus, Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        await using var xml = XmlWriter.Create(output, RefiNames.Writing);
        await xml.WriteStartDocumentAsync();
        xml.WriteStartElement("CodeBook", RefiNames.Codebook);
        xml.WriteAttributeString("origin", RefiNames.Origin);
        xml.WriteStartElement("Codes", RefiNames.Codebook);
        new RefiCodes(RefiNames.Codebook, corpus.Themes).WriteThemes(xml);
        xml.WriteEndElement();
        xml.WriteEndElement();
        await xml.WriteEndDocumentAsync();
        progress.Report(corpus.DocumentCount);
    }
}
