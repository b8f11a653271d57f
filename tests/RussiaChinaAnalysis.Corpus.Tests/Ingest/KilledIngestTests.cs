using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Ingest;

public sealed class KilledIngestTests
{
    /// <summary>Far more than a process stores before it is killed, however fast the machine is.</summary>
    private const int Files = 400;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_process_killed_again_and_again_leaves_nothing_half_stored()
    {
        await using var corpus = await TestCorpus.StartAsync();
        using var folder = new TemporaryFolder();
        for (var number = 0; number < Files; number++)
            folder.Write($"essay-{number:000}.md", Essay(number));

        var counts = new List<int> { 0 };
        for (var round = 0; round < 4; round++)
        {
            await KillAfterAsync(corpus, folder, files: counts[^1] + 1 + round * 3, delay: TimeSpan.FromMilliseconds(round * 7));
            counts.Add(await CountWholeDocumentsAsync(corpus));
        }

        Assert.True(counts[^1] is > 0 and < Files, $"The process was not killed in the middle: {string.Join(", ", counts)}.");
        Assert.Equal(counts.Order(), counts);

        var summary = await corpus.Get<IngestBatch>().RunAsync([folder.Path], progress: null, Cancellation);
        Assert.Equal(counts[^1], summary.Unchanged);
        Assert.Equal(Files - counts[^1], summary.Imported);
        Assert.Equal(Files, await CountWholeDocumentsAsync(corpus));
    }

    private static async Task KillAfterAsync(TestCorpus corpus, TemporaryFolder folder, int files, TimeSpan delay)
    {
        using var process = IngestingProcess.Start(corpus.Storage, folder.Path);
        for (var seen = 0; seen < files; seen++)
        {
            if (await process.StandardOutput.ReadLineAsync(Cancellation) is null)
                break;
        }

        await Task.Delay(delay, Cancellation);
        process.Kill();
        await process.WaitForExitAsync(Cancellation);
    }

    /// <summary>Checks the database and every document in it on the way.</summary>
    private static async Task<int> CountWholeDocumentsAsync(TestCorpus corpus)
    {
        await using var context = corpus.Open();
        await TestStorage.AssertSoundAsync(context, Cancellation);
        var documents = await context.DocumentVersions
            .Select(version => new
            {
                version.Text.Text,
                Bytes = version.Original.Content.Length,
                Passages = context.Passages.Count(passage => passage.VersionId == version.Id),
            }).ToListAsync(Cancellation);
        // All essays have the same number of sentences, and so of passages.
        Assert.True(documents.Select(document => document.Passages).Distinct().Count() <= 1);
        Assert.All(documents, document => Assert.True(document is { Passages: >= 20, Bytes: > 0, Text.Length: > 0 }));
        Assert.Equal(documents.Count, await context.Documents.CountAsync(Cancellation));
        return documents.Count;
    }

    private static string Essay(int number) =>
        $"# Essay {number}\n\n" + string.Concat(Enumerable.Range(0, 10).Select(paragraph =>
            $"Trade with neighbour {paragraph} will decide the matter. It grew by {paragraph + 10} percent in 2024.\n\n"));
}
