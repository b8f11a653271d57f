using System.Linq.Expressions;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Imports;
using RussiaChinaAnalysis.Corpus.Jobs;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Imports;

public sealed class KilledImportTests
{
    private const int Kills = 50;

    /// <summary>At least so many of the kills come while documents are being stored, however fast the machine reads them.</summary>
    private const int KillsWhileStoring = 10;

    // Each process deals with one file at least, so that a slow machine gets to the storing as well.
    private const int MostKills = 250;

    private const int FilesAtATime = 200;

    /// <summary>More files come in before fewer than these are left to read or store: a fast machine does not run out of work before the last kill.</summary>
    private const int FewestLeft = 100;

    /// <summary>In milliseconds, after the process has got on with the work. Reading is mere passage to what is worth most kills.</summary>
    private const int LongestLifeWhileReading = 200;
    private const int LongestLifeWhileStoring = 60;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <summary>Reading, confirming and storing are all hit: each process goes on where the one before was killed.</summary>
    [Fact]
    public async Task Jobs_of_processes_killed_at_random_moments_end_with_every_file_stored_once_and_whole()
    {
        await using var corpus = await TestCorpus.StartAsync();
        var imports = new List<int>();
        // The seed makes a failure repeatable as far as a race can be.
        var random = new Random(20261124);
        var stored = 0;
        var whileStoring = 0;
        var round = 1;
        for (; round <= Kills || (whileStoring < KillsWhileStoring && round <= MostKills); round++)
        {
            if (await CountAsync(corpus, IsLeft) < FewestLeft)
                imports.Add(await HandInAsync(corpus, imports.Count * FilesAtATime));
            var isStoring = await CountAsync(corpus, file => file.State == ImportFileState.Confirmed) > 0;
            await KillAfterAsync(corpus, round, TimeSpan.FromMilliseconds(random.Next(isStoring ? LongestLifeWhileStoring : LongestLifeWhileReading)));
            // All of it is looked at now and then, the cheap part always.
            var now = round % 10 == 0 ? await CountWholeDocumentsAsync(corpus) : await CountAsync(corpus);
            Assert.True(now >= stored, $"Round {round}: {now} documents after {stored}.");
            whileStoring += now > stored && await CountAsync(corpus, file => file.State == ImportFileState.Confirmed) > 0 ? 1 : 0;
            stored = now;
        }

        Assert.True(whileStoring >= KillsWhileStoring, $"{stored} documents were stored, and only {whileStoring} kills hit the storing.");
        using (var last = WorkingProcess.Start(corpus.Storage, round))
            await last.WaitForExitAsync(Cancellation);

        Assert.Equal(imports.Count * FilesAtATime, await CountWholeDocumentsAsync(corpus));
        var documents = new HashSet<int>();
        foreach (var import in imports)
        {
            var report = (await corpus.Get<ImportBrowser>().FindAsync(import, Cancellation))!;
            Assert.Equal((ImportStep.Ended, JobState.Finished), (report.Summary.Step, report.Job.State));
            Assert.All(report.Files, file => Assert.Equal(ImportFileState.Imported, file.State));
            Assert.All(report.Files, file => Assert.True(documents.Add(file.Document!.Id)));
        }

        await using var context = corpus.Open();
        Assert.Empty(await context.Set<StagedFile>().Select(staged => staged.FileId).ToListAsync(Cancellation));
    }

    private static Expression<Func<ImportFile, bool>> IsLeft => file =>
        file.State == ImportFileState.Waiting || file.State == ImportFileState.Readable || file.State == ImportFileState.Confirmed;

    private static Task<int> HandInAsync(TestCorpus corpus, int first) => corpus.Get<ImportDesk>().HandInAsync(
        Enumerable.Range(first, FilesAtATime).Select(number => new HandedFile($"essay-{number:0000}.md", new MemoryStream(Encoding.UTF8.GetBytes(Essay(number))))),
        askedBy: null,
        Cancellation);

    private static async Task KillAfterAsync(TestCorpus corpus, int round, TimeSpan life)
    {
        using var process = WorkingProcess.Start(corpus.Storage, round);
        Assert.Equal(WorkingProcess.GotOn, await process.StandardOutput.ReadLineAsync(Cancellation));
        await Task.Delay(life, Cancellation);
        process.Kill();
        await process.WaitForExitAsync(Cancellation);
    }

    private static async Task<int> CountAsync(TestCorpus corpus)
    {
        await using var context = corpus.Open();
        return await context.Documents.CountAsync(Cancellation);
    }

    private static async Task<int> CountAsync(TestCorpus corpus, Expression<Func<ImportFile, bool>> which)
    {
        await using var context = corpus.Open();
        return await context.ImportFiles.CountAsync(which, Cancellation);
    }

    private static async Task<int> CountWholeDocumentsAsync(TestCorpus corpus)
    {
        await using var context = corpus.Open();
        await TestStorage.AssertSoundAsync(context, Cancellation);
        var documents = await context.DocumentVersions
            .Select(version => new
            {
                version.Text.Text.Length,
                Bytes = version.Original.Content.Length,
                Passages = context.Passages.Count(passage => passage.VersionId == version.Id),
                Sketches = context.VersionSketches.Count(sketch => sketch.VersionId == version.Id),
                Files = context.ImportFiles.Count(file => file.DocumentId == version.DocumentId && file.State == ImportFileState.Imported),
            }).ToListAsync(Cancellation);
        // All essays have the same number of sentences, and so of passages.
        Assert.True(documents.Select(document => document.Passages).Distinct().Count() <= 1);
        Assert.All(documents, document => Assert.True(document is { Passages: >= 10, Bytes: > 0, Length: > 0, Sketches: 1, Files: 1 }, document.ToString()));
        Assert.Equal(documents.Count, await context.Documents.CountAsync(Cancellation));
        return documents.Count;
    }

    private static string Essay(int number) =>
        $"# Essay {number}\n\n" + string.Concat(Enumerable.Range(0, 5).Select(paragraph =>
            $"Trade of town {number} with neighbour {paragraph} will decide the matter. It grew by {paragraph + 10} percent in 2024.\n\n"));
}
