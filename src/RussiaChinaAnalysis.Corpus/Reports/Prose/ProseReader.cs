using Markdig;
using Markdig.Syntax;
using Markdig.Syntax.Inlines;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Corpus.Reports.Prose;

/// <summary>
/// Reads Markdown that people wrote into blocks of plain runs. Raw HTML is taken as the text that it is, so no format
/// can be given markup through it.
/// </summary>
public static class ProseReader
{
    private const int DeepestHeading = 3;

    private static readonly MarkdownPipeline Pipeline = new MarkdownPipelineBuilder().DisableHtml().UseAutoLinks().Build();

    public static IReadOnlyList<ProseBlock> Read(string markdown)
    {
        var blocks = new List<ProseBlock>();
        try
        {
            foreach (var block in Markdown.Parse(TextNormaliser.Normalise(markdown), Pipeline))
                Add(blocks, block, quoted: 0, listed: 0);
        }
        catch (ArgumentException)
        {
            // Markdig refuses what nests too deeply; then the words stand as they were typed.
            return [new(ProseKind.Paragraph, 0, [new(markdown, false, false, null)])];
        }

        return blocks;
    }

    private static void Add(List<ProseBlock> blocks, Block block, int quoted, int listed)
    {
        switch (block)
        {
            case HeadingBlock heading:
                AddRuns(blocks, ProseKind.Heading, Math.Min(heading.Level, DeepestHeading), heading.Inline);
                break;
            case QuoteBlock quote:
                foreach (var part in quote)
                    Add(blocks, part, quoted + 1, listed);
                break;
            case ListBlock list:
                foreach (var part in list.OfType<ListItemBlock>().SelectMany(item => item))
                    Add(blocks, part, quoted, listed + 1);
                break;
            case CodeBlock code:
                blocks.Add(new(ProseKind.Paragraph, 0, [new(code.Lines.ToString(), false, false, null)]));
                break;
            case LeafBlock leaf:
                AddRuns(blocks, listed > 0 ? ProseKind.Item : quoted > 0 ? ProseKind.Quotation : ProseKind.Paragraph, Math.Max(listed, quoted), leaf.Inline);
                break;
        }
    }

    private static void AddRuns(List<ProseBlock> blocks, ProseKind kind, int level, ContainerInline? inlines)
    {
        var runs = new List<ProseRun>();
        AddRuns(runs, inlines, strong: false, emphasised: false, address: null);
        if (runs.Count > 0)
            blocks.Add(new(kind, level, runs));
    }

    private static void AddRuns(List<ProseRun> runs, ContainerInline? container, bool strong, bool emphasised, string? address)
    {
        foreach (var inline in container ?? Enumerable.Empty<Inline>())
        {
            switch (inline)
            {
                case LiteralInline literal:
                    runs.Add(new(literal.Content.ToString(), strong, emphasised, address));
                    break;
                case CodeInline code:
                    runs.Add(new(code.Content, strong, emphasised, address));
                    break;
                case HtmlEntityInline entity:
                    runs.Add(new(entity.Transcoded.ToString(), strong, emphasised, address));
                    break;
                case AutolinkInline link:
                    runs.Add(new(link.Url, strong, emphasised, Safe(link.IsEmail ? $"mailto:{link.Url}" : link.Url)));
                    break;
                case LineBreakInline:
                    runs.Add(new(" ", strong, emphasised, address));
                    break;
                case EmphasisInline emphasis:
                    AddRuns(runs, emphasis, strong || emphasis.DelimiterCount > 1, emphasised || emphasis.DelimiterCount == 1, address);
                    break;
                case LinkInline link:
                    AddRuns(runs, link, strong, emphasised, Safe(link.Url) ?? address);
                    break;
                case ContainerInline other:
                    AddRuns(runs, other, strong, emphasised, address);
                    break;
            }
        }
    }

    private static string? Safe(string? address) =>
        Uri.TryCreate(address, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https" or "mailto") ? uri.AbsoluteUri : null;
}
