using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Fuzz.Mutation;
using RussiaChinaAnalysis.Fuzz.Samples;

namespace RussiaChinaAnalysis.Arguments.Tests.Reading;

/// <summary>A short run of what the fuzzing project does at length: same samples, same mutations.</summary>
public sealed class MutatedFilesTests
{
    public static TheoryData<string> Formats => [.. SampleFiles.Formats];

    [Fact]
    public void Every_reader_is_tried() =>
        Assert.All(
            DocumentReaders.Default.Readers,
            reader => Assert.Contains(reader.Extensions, extension => SampleFiles.Formats.Contains(extension[1..])));

    [Theory]
    [MemberData(nameof(Formats))]
    public void The_samples_themselves_are_sound(string format) =>
        Assert.All(SampleFiles.Of(format), sample => Assert.IsType<ReadResult.Success>(Read.File("sample." + format, sample)));

    [Theory]
    [MemberData(nameof(Formats))]
    public void A_mutated_sample_is_read_or_refused(string format)
    {
        for (var number = 0; number < 100; number++)
        {
            var isSound = Read.File("sample." + format, MutatedInput.Create(format, number)) switch
            {
                ReadResult.Success success => success.Document.Blocks.All(block => block.Span.Of(success.Document.Text).Trim().Length == block.Span.Length),
                ReadResult.Refused refused => refused.Message.StartsWith("sample." + format, StringComparison.Ordinal),
                _ => false,
            };
            Assert.True(isSound, $"Input {number}");
        }
    }
}
