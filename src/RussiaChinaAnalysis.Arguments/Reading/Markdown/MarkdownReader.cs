using Markdig;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Reading.Markdown;

/// <summary>Reads Markdown (CommonMark with tables, footnotes and definition lists) and its YAML front matter.</summary>
public sealed class MarkdownReader : IDocumentReader
{
    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder()
        .UsePipeTables()
        .UseFootnotes()
        .UseDefinitionLists()
        .UseEmphasisExtras()
        .Build();

    public IReadOnlyList<string> Extensions { get; } = [".md", ".markdown"];

    public string MediaType => "text/markdown";

    public ReadResult Read(SourceFile file, ReadingLimits limits, CancellationToken cancellation) => GuardedReading.Run(
        file, limits, "a text editor", budget => BoundedThread.Run(() => ReadText(file, budget), budget), cancellation);

    private ReadResult ReadText(SourceFile file, CancellationToken cancellation)
    {
        if (TextDecoding.Decode(file.Content.Span, out var problem) is not { } decoded)
            return Refusals.NotText(file, problem);
        var source = TextNormaliser.Normalise(decoded);
        if (!FrontMatter.TryRead(source, out var frontMatter, out var body, out problem))
            return Refusals.Malformed(file, problem);
        if (MarkupLoad.FindExcess(source.AsSpan(body)) is { } excess)
            return Refusals.TooComplex(file, excess);
        cancellation.ThrowIfCancellationRequested();
        if (TryParse(source[body..]) is not { } tree)
            return Refusals.Malformed(file, "nests lists, quotations or emphasis too deeply; flatten them.");

        var builder = new DocumentBuilder();
        new MarkdownWalker(builder, cancellation).Walk(tree);
        var document = builder.Build(file, frontMatter.Title, frontMatter.Author, frontMatter.Published, frontMatter.Language);
        return new ReadResult.Success(document, MediaType);
    }

    private static Markdig.Syntax.MarkdownDocument? TryParse(string markdown)
    {
        try
        {
            return Markdig.Markdown.Parse(markdown, Pipeline);
        }
        catch (ArgumentException)
        {
            // How Markdig says that its limit of nesting, which protects the stack, was exceeded.
            return null;
        }
    }
}
