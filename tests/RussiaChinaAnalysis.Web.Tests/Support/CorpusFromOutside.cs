using System.Text;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Imports;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Web.Tests.Support;

/// <summary>The database on which real programs run, handed work and watched by a test that is none of them.</summary>
internal sealed class CorpusFromOutside(IServiceProvider services)
{
    /// <summary>The lease of a killed program must run out first.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(120);

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public CorpusContext Open() => services.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContext();

    public static string FileName(int number) => $"essay-{number:000}.md";

    public static string Essay(int number) => $"# Essay {number}\n\n" + string.Concat(Enumerable.Range(0, 6).Select(paragraph =>
        $"Trade of region {number} with neighbour {paragraph} will decide the matter. It grew by {paragraph + 10} percent in 2024, because roads were built.\n\n"));

    /// <summary>Hands in so many essays and, when a program has read them, confirms them all.</summary>
    /// <returns>The import.</returns>
    public async Task<int> ImportAsync(int files, Func<string>? programs = null)
    {
        var desk = services.GetRequiredService<ImportDesk>();
        var id = await desk.HandInAsync(
            Enumerable.Range(0, files).Select(number => new HandedFile(FileName(number), new MemoryStream(Encoding.UTF8.GetBytes(Essay(number))))),
            askedBy: null,
            Cancellation);
        await UntilAsync(async context => await context.Imports.AnyAsync(import => import.Id == id && import.Step == ImportStep.Review, Cancellation), programs);
        await using var context = Open();
        var decisions = await context.ImportFiles.Where(file => file.ImportId == id)
            .ToDictionaryAsync(file => file.Id, _ => new FileDecision(IsLeftOut: false, new DocumentDetails(), RevisionOf: null), Cancellation);
        Assert.True((await desk.ConfirmAsync(id, decisions, askedBy: null, Cancellation)).IsQueued);
        return id;
    }

    /// <param name="programs">What they have written so far, for the message of a failure.</param>
    public async Task UntilAsync(Func<CorpusContext, Task<bool>> isSo, Func<string>? programs = null)
    {
        var until = DateTime.UtcNow + Patience;
        while (true)
        {
            await using (var context = Open())
            {
                if (await isSo(context))
                    return;
            }

            Assert.True(DateTime.UtcNow < until, $"It did not come to that:\n{programs?.Invoke()}");
            await Task.Delay(20, Cancellation);
        }
    }
}
