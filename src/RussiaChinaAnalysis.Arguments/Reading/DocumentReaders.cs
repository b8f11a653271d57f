using System.Collections.Frozen;
using RussiaChinaAnalysis.Arguments.Reading.Docx;
using RussiaChinaAnalysis.Arguments.Reading.Html;
using RussiaChinaAnalysis.Arguments.Reading.Markdown;
using RussiaChinaAnalysis.Arguments.Reading.Pdf;
using RussiaChinaAnalysis.Arguments.Reading.PlainText;

namespace RussiaChinaAnalysis.Arguments.Reading;

/// <summary>All readers. The ending of a file's name chooses among them.</summary>
public sealed class DocumentReaders
{
    private readonly FrozenDictionary<string, IDocumentReader> byExtension;

    /// <param name="readers">Each with endings of its own.</param>
    public DocumentReaders(params IReadOnlyList<IDocumentReader> readers)
    {
        byExtension = readers
            .SelectMany(reader => reader.Extensions, (reader, extension) => (extension, reader))
            .ToFrozenDictionary(pair => pair.extension, pair => pair.reader, StringComparer.OrdinalIgnoreCase);
        Extensions = [.. byExtension.Keys.Order(StringComparer.Ordinal)];
    }

    public static DocumentReaders Default { get; } = new(
        new PlainTextReader(), new MarkdownReader(), new HtmlReader(), new DocxReader(), new PdfReader());

    /// <summary>Every ending that can be read, with its dot, in alphabetical order.</summary>
    public IReadOnlyList<string> Extensions { get; }

    public bool CanRead(string fileName) => byExtension.ContainsKey(Path.GetExtension(fileName));

    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public ReadResult Read(SourceFile file, ReadingLimits limits, CancellationToken cancellation)
    {
        if (!byExtension.TryGetValue(Path.GetExtension(file.Name), out var reader))
            return Refusals.UnknownType(file, Extensions);
        if (file.Content.IsEmpty)
            return Refusals.Empty(file);
        if (file.Content.Length > limits.MaximumBytes)
            return Refusals.TooManyBytes(file, limits);
        return Check(file, limits, reader.Read(file, limits, cancellation));
    }

    private static ReadResult Check(SourceFile file, ReadingLimits limits, ReadResult result) =>
        result is not ReadResult.Success success ? result
        : success.Document.Blocks.IsEmpty ? Refusals.Empty(file)
        : success.Document.Text.Length > limits.MaximumCharacters ? Refusals.TooManyCharacters(file, limits)
        : result;
}
