using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Reading.PlainText;

/// <summary>Reads <c>.txt</c> files. The normalised text is the file itself; only its layout has to be found.</summary>
public sealed class PlainTextReader : IDocumentReader
{
    public IReadOnlyList<string> Extensions { get; } = [".txt", ".text"];

    public string MediaType => "text/plain";

    public ReadResult Read(SourceFile file, ReadingLimits limits, CancellationToken cancellation)
    {
        if (TextDecoding.Decode(file.Content.Span, out var problem) is not { } decoded)
            return Refusals.NotText(file, problem);
        var text = TextNormaliser.Normalise(decoded);
        cancellation.ThrowIfCancellationRequested();
        var blocks = PlainTextLayout.FindBlocks(text);
        var title = blocks is [{ Kind: BlockKind.Heading } first, ..] ? first.Span.Of(text) : FileTitle.Of(file);
        return new ReadResult.Success(new SourceDocument(text, blocks, new DocumentMetadata(title)), MediaType);
    }
}
