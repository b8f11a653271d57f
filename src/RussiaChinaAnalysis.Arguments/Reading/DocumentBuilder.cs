using System.Collections.Immutable;
using System.Text;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Reading;

/// <summary>
/// Puts a document together from a format that has markup: each block on one line, a blank line between blocks, runs of
/// white space as one space, no soft hyphens: they say where a word may be divided and are no part of it.
/// </summary>
internal sealed class DocumentBuilder
{
    private readonly StringBuilder text = new();
    private readonly StringBuilder open = new();
    private readonly ImmutableArray<Block>.Builder blocks = ImmutableArray.CreateBuilder<Block>();

    /// <summary>How much text there is so far, in UTF-16 code units.</summary>
    public int Length => text.Length + open.Length;

    public void Append(ReadOnlySpan<char> words) => open.Append(words);

    public void AppendSpace() => open.Append(' ');

    /// <summary>Makes a block of what was appended since the last one, unless that is white space.</summary>
    public void EndBlock(BlockKind kind, int level = 0, int? page = null)
    {
        // Normalised one by one: no character composes across the line feeds between blocks.
        var words = Words(open.ToString());
        open.Clear();
        if (words.Length == 0)
            return;
        if (text.Length > 0)
            text.Append("\n\n");
        blocks.Add(new Block(kind, new TextSpan(text.Length, text.Length + words.Length), level, page));
        text.Append(words);
    }

    /// <param name="title">The title that the file states; null to take the heading that the text opens with, or the file's name.</param>
    public SourceDocument Build(SourceFile file, string? title, string? author = null, string? published = null, string? language = null)
    {
        var complete = text.ToString();
        var heading = blocks.FirstOrDefault(block => block is { Kind: BlockKind.Heading, Level: 1 })
            ?? (blocks is [{ Kind: BlockKind.Heading } first, ..] ? first : null);
        var metadata = new DocumentMetadata(
            Clean(title) ?? heading?.Span.Of(complete) ?? FileTitle.Of(file), Clean(author), Clean(published), Clean(language));
        return new SourceDocument(complete, blocks.ToImmutable(), metadata);
    }

    private static string? Clean(string? value) =>
        value is null ? null : Words(value) is { Length: > 0 } clean ? clean : null;

    private static string Words(string written) =>
        WhiteSpace.Collapse(TextNormaliser.Normalise(written.Replace("\u00AD", "", StringComparison.Ordinal)));
}
