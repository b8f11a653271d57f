using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Revise;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Revise;

/// <summary>Somebody links or annotates a passage while the program has read what people decided and is about to take the passage out.</summary>
public sealed class InterruptedReadingTests
{
    /// <summary>Of the statement that asks what people have changed.</summary>
    private const string AsksForDecisions = "FROM \"ChangedRow";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(StorageProvider.Sqlite, false)]
    [InlineData(StorageProvider.Sqlite, true)]
    [InlineData(StorageProvider.Postgres, false)]
    [InlineData(StorageProvider.Postgres, true)]
    public async Task Reading_anew_loses_nothing_that_somebody_was_told_is_done(StorageProvider provider, bool writesNote)
    {
        using var interruption = new Interruption();
        await using var edited = await EditedCorpus.StartAsync(provider);
        var stale = await edited.PassageAsync("Nurses");
        await using (var context = edited.Corpus.Open())
        {
            // An older extractor took something else for the same words.
            var row = await context.Passages.SingleAsync(passage => passage.Id == stale.Id, Cancellation);
            (row.End, row.Quote) = (row.Start + "Nurses".Length, "Nurses");
            await context.SaveChangesAsync(Cancellation);
        }

        await InterruptAsync(interruption, edited, stale, writesNote);
        var report = await edited.Corpus.Get<Reextraction>().RunAsync((_, _, _) => Task.CompletedTask, Cancellation);

        Assert.NotEmpty(report.Changed);
        await AssertKeptOrRefusedAsync(edited, stale, await interruption.Result);
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite, false)]
    [InlineData(StorageProvider.Sqlite, true)]
    [InlineData(StorageProvider.Postgres, false)]
    [InlineData(StorageProvider.Postgres, true)]
    public async Task A_new_version_loses_nothing_that_somebody_was_told_is_done(StorageProvider provider, bool writesNote)
    {
        using var interruption = new Interruption();
        await using var edited = await EditedCorpus.StartAsync(provider);
        var gone = await edited.PassageAsync("Nurses");

        await InterruptAsync(interruption, edited, gone, writesNote);
        await edited.ReviseAsync(EditedCorpus.Revised);

        await AssertKeptOrRefusedAsync(edited, gone, await interruption.Result);
    }

    private static async Task InterruptAsync(Interruption interruption, EditedCorpus edited, Passage passage, bool writesNote)
    {
        var other = await edited.PassageAsync("Leeds");
        interruption.Await(edited.Corpus, AsksForDecisions, () => writesNote
            ? edited.Notes.WriteAsync(edited.Ada, new NoteTarget.OfPassage(passage.Id), new(Motivation.Commenting, "Is it?"), Cancellation)
            : edited.Relations.LinkAsync(edited.Ada, passage.Id, other.Id, RelationKind.Undercuts, Cancellation));
    }

    private static async Task AssertKeptOrRefusedAsync(EditedCorpus edited, Passage passage, EditResult result)
    {
        await using var context = edited.Corpus.Open();
        var hanging = await context.Annotations.CountAsync(note => note.PassageId == passage.Id, Cancellation)
            + await context.Relations.CountAsync(relation => relation.FromPassageId == passage.Id && relation.Origin == Origin.Person, Cancellation);
        Assert.Equal(result is EditResult.Done ? 1 : 0, hanging);
        if (result is not EditResult.Done)
            Assert.IsType<EditResult.Missing>(result);
        await TestStorage.AssertSoundAsync(context, Cancellation);
    }
}
