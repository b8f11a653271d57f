using System.Text;
using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Arguments.Tests.Reading;

/// <summary>Reads files that exist in a test only.</summary>
internal static class Read
{
    /// <summary>The outcome must not hang on what else the machine has to do, and yet what hangs must be seen to.</summary>
    private static readonly ReadingLimits Limits = ReadingLimits.Default with { MaximumTime = 10 * ReadingLimits.Default.MaximumTime };

    public static ReadResult File(string name, byte[] content) =>
        DocumentReaders.Default.Read(new SourceFile(name, content), Limits, TestContext.Current.CancellationToken);

    public static ReadResult File(string name, string content) => File(name, Encoding.UTF8.GetBytes(content));

    public static SourceDocument Document(string name, byte[] content) => Assert.IsType<ReadResult.Success>(File(name, content)).Document;

    public static SourceDocument Document(string name, string content) => Document(name, Encoding.UTF8.GetBytes(content));

    public static string Text(string name, byte[] content) => Document(name, content).Text;

    /// <summary>One line per block: its kind, its level where it has one, its words.</summary>
    public static string[] Blocks(SourceDocument document) =>
        [.. document.Blocks.Select(block =>
            $"{block.Kind}{(block.Level > 0 ? $" {block.Level}" : "")}: {block.Span.Of(document.Text)}")];
}
