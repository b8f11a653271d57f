using System.Diagnostics;
using System.Text;
using Microsoft.Data.Sqlite;
using RussiaChinaAnalysis.Benchmarks.Extraction;

namespace RussiaChinaAnalysis.Benchmarks.Serving;

/// <summary>Files become stored passages through the command that users have, while a site answers on the same corpus.</summary>
internal sealed class IngestRun(string folder)
{
    private const int Documents = 200;
    private const int Paragraphs = 10;
    private const int SentencesOfParagraph = 6;

    public async Task MeasureAsync(Action<string, string, double, double, bool?> add, CancellationToken cancellation)
    {
        var data = Path.Combine(folder, "ingested");
        if (Directory.Exists(data))
            Directory.Delete(data, recursive: true);
        var files = Directory.CreateDirectory(Path.Combine(data, "files")).FullName;
        WriteFiles(files);
        await using var site = await ServingRun.StartAsync(data);
        await site.GetAsync("/claims");

        using var ingest = Process.Start(new ProcessStartInfo("dotnet", [ServingRun.Site, "ingest", files, "--data", data, "--Logs:Level=Warning"])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        })!;
        var printed = Task.WhenAll(ingest.StandardOutput.ReadToEndAsync(cancellation), ingest.StandardError.ReadToEndAsync(cancellation));
        var (memory, answers) = (new List<double>(), new List<double>());
        var started = Stopwatch.GetTimestamp();
        while (!ingest.WaitForExit(TimeSpan.FromMilliseconds(100)))
        {
            ingest.Refresh();
            // A process that is ending holds nothing any more.
            if (ingest.WorkingSet64 > 0)
                memory.Add(ingest.WorkingSet64 / 1048576.0);
            answers.Add(await site.MillisecondsAsync("/claims?role=claim"));
        }

        var seconds = Stopwatch.GetElapsedTime(started).TotalSeconds;
        await printed;
        var stored = Count(Path.Combine(data, "corpus.db"));
        answers.Sort();
        add("passages stored per second, with index", "≥ 2000", stored / seconds, 2000, stored / seconds >= 2000);
        // The first half is the time in which a program comes to its size.
        var (middle, end) = (memory[memory.Count / 2], memory[^1]);
        add("memory at the end of it against the middle, MB", "the same", end, middle, end <= 1.2 * middle);
        add("claims meanwhile, 99 of 100 within ms", "answered", answers[answers.Count * 99 / 100], 1000, answers[answers.Count * 99 / 100] < 1000);
    }

    private static void WriteFiles(string folder)
    {
        var random = new Random(20260102);
        for (var number = 0; number < Documents; number++)
        {
            var essay = new StringBuilder().Append("# ").Append(Sentence(random)).AppendLine();
            for (var paragraph = 0; paragraph < Paragraphs; paragraph++)
                essay.AppendLine().AppendJoin(' ', Enumerable.Range(0, SentencesOfParagraph).Select(_ => Sentence(random))).AppendLine();
            File.WriteAllText(Path.Combine(folder, $"essay-{number:0000}.md"), essay.ToString());
        }
    }

    /// <summary>Of words as frequent as in the seeds, so that the text is taken for English and no two sentences are alike.</summary>
    private static string Sentence(Random random)
    {
        var words = string.Join(' ', Enumerable.Range(0, 12 + random.Next(16)).Select(_ => SeedText.Words[random.Next(SeedText.Words.Length)]));
        return $"{char.ToUpperInvariant(words[0])}{words[1..]}.";
    }

    private static long Count(string database)
    {
        using var connection = new SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=false");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = "SELECT count(*) FROM Passages";
        return (long)command.ExecuteScalar()!;
    }
}
