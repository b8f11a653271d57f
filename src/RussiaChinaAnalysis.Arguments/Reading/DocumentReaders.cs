using System.Collections.Frozen;
using RussiaChinaAnalysis.Arguments.Reading.Detection;
using RussiaChinaAnalysis.Arguments.Reading.Docx;
using RussiaChinaAnalysis.Arguments.Reading.Html;
using RussiaChinaAnalysis.Arguments.Reading.Markdown;
using RussiaChinaAnalysis.Arguments.Reading.Pdf;
using RussiaChinaAnalysis.Arguments.Reading.PlainText;

namespace RussiaChinaAnalysis.Arguments.Reading;

/// <summary>All readers. The content chooses among them where it gives itself away, otherwise the ending of the file's name.</summary>
public sealed class DocumentReaders
{
    private readonly FrozenDictionary<string, IDocumentReader> byExtension;

    /// <param name="readers">Each with endings of its own.</param>
    public DocumentReaders(params IReadOnlyList<IDocumentReader> readers)
    {
        Readers = readers;
        byExtension = readers
            .SelectMany(reader => reader.Extensions, (reader, extension) => (extension, reader))
            .ToFrozenDictionary(pair => pair.extension, pair => pair.reader, StringComparer.OrdinalIgnoreCase);
        Extensions = [.. byExtension.Keys.Order(StringComparer.Ordinal)];
    }

    public static DocumentReaders Default { get; } = new(
        new PlainTextReader(), new MarkdownReader(), new HtmlReader(), new DocxReader(), new PdfReader());

    public IReadOnlyList<IDocumentReader> Readers { get; }

    /// <summary>Every ending that can be read, with its dot, in alphabetical order.</summary>
    public IReadOnlyList<string> Extensions { get; }

    public bool CanRead(string fileName) => byExtension.ContainsKey(Path.GetExtension(fileName));

    /// <exception cref="OperationCanceledException">The reading was cancelled.</exception>
    public ReadResult Read(SourceFile file, ReadingLimits limits, CancellationToken cancellation)
    {
        if (file.Content.Length > limits.MaximumBytes)
            return Refusals.TooManyBytes(file, limits);
        var reader = Readers.FirstOrDefault(reader => reader.Recognises(file.Content.Span)) ?? byExtension.GetValueOrDefault(Path.GetExtension(file.Name));
        if (reader is null)
            return ForeignFormats.Refuse(file) ?? Refusals.UnknownType(file, Extensions);
        return file.Content.IsEmpty ? Refusals.Empty(file) : Check(file, limits, reader.Read(file, limits, cancellation));
    }

    private static ReadResult Check(SourceFile file, ReadingLimits limits, ReadResult result) =>
        result is not ReadResult.Success success ? result
        : success.Document.Blocks.IsEmpty ? Refusals.Empty(file)
        : success.Document.Text.Length > limits.MaximumCharacters ? Refusals.TooManyCharacters(file, limits)
        : success with { Document = LanguageMarks.Mark(success.Document) };
}
