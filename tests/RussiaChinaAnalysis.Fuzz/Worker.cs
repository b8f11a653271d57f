using System.Diagnostics;
using System.Globalization;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Fuzz.Mutation;
using RussiaChinaAnalysis.Fuzz.Samples;

namespace RussiaChinaAnalysis.Fuzz;

/// <summary>
/// Reads the inputs of a range one by one and says on standard output which one is begun and how it ended, so that
/// whoever started this process knows what killed it. Times are the processor's: other work on the machine does not count.
/// </summary>
internal static class Worker
{
    /// <summary>The library was left busy with an input, or its memory is still taken: the process must be replaced, or the next inputs would pay.</summary>
    public const int Spent = 3;

    public static int Run(InputRange range)
    {
        // Compiling the readers is not the inputs' doing.
        foreach (var sample in SampleFiles.Of(range.Format))
            Read(range.Format, sample);
        for (var number = range.First; number < range.End; number++)
        {
            Say($"begin {number}");
            var content = MutatedInput.Create(range.Format, number);
            MemoryPeak.Reset();
            var watch = Stopwatch.StartNew();
            var begun = Environment.CpuUsage.TotalTime;
            var outcome = Read(range.Format, content);
            var used = Environment.CpuUsage.TotalTime - begun;
            var memory = MemoryPeak.Megabytes();
            Say(string.Create(CultureInfo.InvariantCulture, $"end {number} {outcome} {used.TotalMilliseconds:0} {memory}"));
            if (watch.Elapsed >= ReadingLimits.Default.MaximumTime || memory > Summary.MaximumMegabytes / 2)
                return Spent;
        }

        return 0;
    }

    private static string Read(string format, byte[] content)
    {
        try
        {
            var file = new SourceFile("input." + format, content);
            return DocumentReaders.Default.Read(file, ReadingLimits.Default, CancellationToken.None) switch
            {
                ReadResult.Success success => HasSoundBlocks(success.Document) ? "Success" : "UnsoundBlocks",
                ReadResult.Refused refused => refused.Reason.ToString(),
                _ => "Nothing",
            };
        }
        catch (Exception exception)
        {
            return "Exception:" + exception.GetType().Name;
        }
    }

    private static bool HasSoundBlocks(SourceDocument document)
    {
        var end = 0;
        foreach (var block in document.Blocks)
        {
            if (block.Span.Start < end || block.Span.IsEmpty || block.Span.End > document.Text.Length)
                return false;
            end = block.Span.End;
        }

        return true;
    }

    private static void Say(string line)
    {
        Console.Out.WriteLine(line);
        Console.Out.Flush();
    }
}
