namespace RussiaChinaAnalysis.Arguments.Reading.Html;

/// <summary>
/// Reads web pages that were saved as files: the main text without navigation, advertisements, comments and what is
/// hidden. Nothing is fetched and no script runs.
/// </summary>
public sealed class HtmlReader : IDocumentReader
{
    public IReadOnlyList<string> Extensions { get; } = [".html", ".htm", ".xhtml"];

    public string MediaType => "text/html";

    public bool Recognises(ReadOnlySpan<byte> content) => PageBeginning.IsPage(content);

    public ReadResult Read(SourceFile file, ReadingLimits limits, CancellationToken cancellation) =>
        ForeignPage.Refuse(file) ?? GuardedReading.Run(
            file, limits, "a browser", budget => BoundedThread.Run(() => ReadPage(file, limits, budget), budget), cancellation);

    private ReadResult ReadPage(SourceFile file, ReadingLimits limits, CancellationToken cancellation)
    {
        if (PageDecoding.Decode(file.Content.Span, out var problem) is not { } markup)
            return Refusals.NotText(file, problem);
        if (markup.Length > limits.MaximumCharacters)
            return Refusals.TooManyCharacters(file, limits);
        if (PageParser.Refuse(file, markup) is { } refused)
            return refused;
        if (PageParser.Parse(markup, out var excess, cancellation) is not { } page)
            return Refusals.TooComplex(file, excess);

        var metadata = PageMetadata.Read(page);
        var builder = new DocumentBuilder();
        var hasScripts = page.Scripts.Length > 0;
        new PageWalker(builder, cancellation).Walk(MainText.Find(page, metadata.Title, cancellation));
        return builder.Length == 0 && hasScripts
            ? Refusals.NoText(file, "holds no text of its own, only scripts that fetch it; open it in a browser, print it to a PDF, and import that.")
            : new ReadResult.Success(builder.Build(file, metadata.Title, metadata.Author, metadata.Published, metadata.Language), MediaType);
    }
}
