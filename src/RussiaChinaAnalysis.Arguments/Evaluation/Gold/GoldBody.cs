using System.Collections.Immutable;
using System.Text;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Evaluation.Gold;

/// <summary>Puts the plain text together, line by line, and keeps where its blocks, sentences and segments lie.</summary>
internal sealed class GoldBody
{
    private readonly StringBuilder text = new();
    private readonly List<Block> blocks = [];
    private readonly List<TextSpan> sentences = [];
    private readonly List<SegmentLabel> labels = [];
    private readonly List<TextSpan> spans = [];
    private bool afterBlank = true;

    public string Text => text.ToString();

    public ImmutableArray<Block> Blocks => [.. blocks];

    public IReadOnlyList<SegmentLabel> Labels => labels;

    /// <returns>What is wrong with the line; null when it was taken.</returns>
    public string? Append(string line, int number)
    {
        if (line.Length == 0)
        {
            afterBlank = true;
            return null;
        }

        return line[0] == '#' ? AppendHeading(line) : AppendSegment(line, number);
    }

    public Labelling Labelling()
    {
        var themed = labels.Exists(label => label.Themes.Length > 0);
        return new([.. sentences], [.. labels.Zip(spans, (label, span) => label.Segment(labels, span, themed))]);
    }

    private string? AppendHeading(string line)
    {
        var level = line.AsSpan().IndexOfAnyExcept('#');
        if (level is < 1 or > 6 || line[level] != ' ')
            return "a heading begins with one to six \"#\" and a space";

        StartBlock(BlockKind.Heading, level);
        var span = AppendWords(line[level..].Trim());
        sentences.Add(span);
        afterBlank = true;
        return null;
    }

    private string? AppendSegment(string line, int number)
    {
        var words = line.AsSpan().TrimStart(' ');
        var indented = words.Length < line.Length;
        var kind = words switch
        {
            ['-', ' ', ..] => BlockKind.ListItem,
            ['>', ' ', ..] => BlockKind.Quotation,
            _ => BlockKind.Paragraph,
        };
        if (kind != BlockKind.Paragraph)
            words = words[2..];

        var continuesBlock = !afterBlank && (kind == BlockKind.Paragraph || (kind == BlockKind.Quotation && blocks[^1].Kind == kind));
        if (indented && !continuesBlock)
            return "an indented line goes on with a sentence, but there is none above it in this paragraph";

        if (continuesBlock)
            text.Append(' ');
        else
            StartBlock(kind, kind == BlockKind.Paragraph ? 0 : 1);
        afterBlank = false;

        // The words of a line with a wrong label are kept all the same, so that the lines after it are not found wrong too.
        var label = SegmentLabel.Parse(words, number);
        var span = AppendWords(label.Error is null ? label.Words : words.ToString());
        if (indented)
            sentences[^1] = sentences[^1] with { End = span.End };
        else
            sentences.Add(span);
        if (label.Error is not null)
            return label.Error;

        labels.Add(label);
        spans.Add(span);
        return null;
    }

    private void StartBlock(BlockKind kind, int level)
    {
        if (text.Length > 0)
            text.Append("\n\n");
        blocks.Add(new(kind, new(text.Length, text.Length), level));
    }

    private TextSpan AppendWords(string words)
    {
        var start = text.Length;
        text.Append(words);
        var block = blocks[^1];
        blocks[^1] = block with { Span = block.Span with { End = text.Length } };
        return new(start, text.Length);
    }
}
