using System.Collections.Immutable;
using System.Text;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Arguments.Text.Sentences;

namespace RussiaChinaAnalysis.Benchmarks.Extraction;

/// <summary>Texts of any size made of the seeds' sentences in random order; the same on every run.</summary>
internal static class SeedText
{
    /// <summary>Bytes of UTF-8, of which a megabyte is 10^6.</summary>
    public const int Megabyte = 1_000_000;

    private static readonly ImmutableArray<string> Sentences = ReadSentences();

    /// <summary>As often as they stand there.</summary>
    public static ImmutableArray<string> Words { get; } = [.. Sentences.SelectMany(sentence => sentence.TrimEnd('.', '?', '!').Split(' '))];

    /// <param name="bytes">The least size; the last sentence may go beyond it.</param>
    public static SourceDocument OfSize(int bytes, Layout layout)
    {
        var random = new Random(31);
        var text = new StringBuilder(bytes);
        var blocks = ImmutableArray.CreateBuilder<Block>();
        var size = 0;
        while (size < bytes)
        {
            var start = text.Length;
            var sentences = layout == Layout.Paragraphs ? random.Next(3, 9) : int.MaxValue;
            for (var count = 0; count < sentences && size < bytes; count++)
            {
                var sentence = Sentences[random.Next(Sentences.Length)];
                if (layout == Layout.OneSentence)
                    sentence = WithoutMarks(sentence);
                text.Append(count > 0 ? " " : "").Append(sentence);
                size += Encoding.UTF8.GetByteCount(sentence) + 1;
            }

            blocks.Add(new Block(BlockKind.Paragraph, new TextSpan(start, text.Length)));
            text.Append("\n\n");
            size += 1;
        }

        return new SourceDocument(text.ToString(), blocks.ToImmutable(), new DocumentMetadata("Sentences of the seeds in random order"));
    }

    private static string WithoutMarks(string sentence) =>
        new([.. sentence.Where(character => char.IsLetterOrDigit(character) || character == ' ').Select(char.ToLowerInvariant)]);

    public static double MegabytesOf(SourceDocument document) => (double)Encoding.UTF8.GetByteCount(document.Text) / Megabyte;

    private static ImmutableArray<string> ReadSentences()
    {
        var sentences = ImmutableArray.CreateBuilder<string>();
        foreach (var path in Directory.EnumerateFiles(Repository.Seeds, "*.md").Where(path => !path.EndsWith("README.md", StringComparison.Ordinal)).Order(StringComparer.Ordinal))
        {
            var read = DocumentReaders.Default.Read(new SourceFile(Path.GetFileName(path), File.ReadAllBytes(path)), new ReadingLimits(), CancellationToken.None);
            var document = ((ReadResult.Success)read).Document;
            foreach (var block in document.Blocks.Where(block => block.Kind != BlockKind.Heading))
                sentences.AddRange(SentenceSplitter.Split(document.Text, block.Span).Select(sentence => sentence.Of(document.Text)));
        }

        return sentences.ToImmutable();
    }
}

/// <summary>How the sentences are laid out.</summary>
public enum Layout
{
    Paragraphs,

    /// <summary>As in a text whose line breaks were lost.</summary>
    OneBlock,

    /// <summary>As in a transcript without any mark.</summary>
    OneSentence,
}
