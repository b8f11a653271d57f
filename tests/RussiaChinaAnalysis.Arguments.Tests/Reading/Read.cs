using System.Text;
using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Arguments.Tests.Reading;

/// <summary>Reads files that exist in a test only.</summary>
internal static class Read
{
    public static ReadResult File(string name, byte[] content) => File(name, content, ReadingLimits.Default);

    /// <summary>Where the outcome must not hang on what else the machine has to do.</summary>
    public static ReadResult FilePatiently(string name, string content) =>
        File(name, Encoding.UTF8.GetBytes(content), ReadingLimits.Default with { MaximumTime = TimeSpan.FromMinutes(2) });

    public static ReadResult File(string name, string content) => File(name, Encoding.UTF8.GetBytes(content));

    public static SourceDocument Document(string name, byte[] content) => Assert.IsType<ReadResult.Success>(File(name, content)).Document;

    public static SourceDocument Document(string name, string content) => Document(name, Encoding.UTF8.GetBytes(content));

    public static string Text(string name, byte[] content) => Document(name, content).Text;

    /// <summary>One line per block: its kind, its level where it has one, its words.</summary>
    public static string[] Blocks(SourceDocument document) =>
        [.. document.Blocks.Select(block =>
            $"{block.Kind}{(block.Level > 0 ? $" {block.Level}" : "")}: {block.Span.Of(document.Text)}")];

    private static ReadResult File(string name, byte[] content, ReadingLimits limits) =>
        DocumentReaders.Default.Read(new SourceFile(name, content), limits, TestContext.Current.CancellationToken);
}
