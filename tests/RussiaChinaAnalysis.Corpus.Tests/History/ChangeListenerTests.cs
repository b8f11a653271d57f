using System.Diagnostics;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.History;

/// <summary>Two programs on one database that share nothing else.</summary>
public sealed class ChangeListenerTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task An_edit_of_one_program_is_told_by_the_other_within_two_seconds()
    {
        await using var edited = await EditedCorpus.StartAsync();
        await using var other = edited.Corpus.SecondNode();
        var passage = await edited.PassageAsync("Leeds");
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        var listening = other.Get<ChangeListener>().RunAsync(stop.Token);
        var told = other.Get<ChangeFeed>().FollowAsync(edited.Document, stop.Token).GetAsyncEnumerator(stop.Token);
        var next = told.MoveNextAsync().AsTask();
        await UntilItListensAsync(edited, next);

        // A machine that has much else to do may be late now and then.
        var fastest = TimeSpan.MaxValue;
        for (var note = 1; note <= 10 && fastest >= TimeSpan.FromSeconds(2); note++)
        {
            var started = Stopwatch.GetTimestamp();
            var written = EditedCorpus.Done(await edited.Notes.WriteAsync(edited.Ada, new NoteTarget.OfPassage(passage.Id), new(Motivation.Commenting, "Is it?"), Cancellation));
            while (told.Current.Change != written.Change)
                Assert.True(await told.MoveNextAsync());
            var elapsed = Stopwatch.GetElapsedTime(started);
            fastest = elapsed < fastest ? elapsed : fastest;
        }

        Assert.True(fastest < TimeSpan.FromSeconds(2), $"It took {fastest.TotalSeconds:0.0} seconds.");
        Assert.Equal(("Ada", edited.Document), (told.Current.PersonName, told.Current.DocumentId));
        await stop.CancelAsync();
        await listening;
    }

    [Fact]
    public async Task A_listener_outlasts_an_outage_of_the_database()
    {
        await using var edited = await EditedCorpus.StartAsync(StorageProvider.Postgres);
        await using var other = edited.Corpus.SecondNode();
        var database = edited.Corpus.Storage.ConnectionString!;
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Cancellation);
        await PostgresServer.CutOffAsync(database);

        var listening = other.Get<ChangeListener>().RunAsync(stop.Token);
        await Task.WhenAny(listening, Task.Delay(TimeSpan.FromSeconds(1), Cancellation));
        Assert.False(listening.IsCompleted);

        await PostgresServer.EndOutageAsync(database);
        await UntilItListensAsync(edited, other.Get<ChangeFeed>().FollowAsync(edited.Document, stop.Token).GetAsyncEnumerator(stop.Token).MoveNextAsync().AsTask());
        await stop.CancelAsync();
        await listening;
    }

    /// <summary>Edits until the other has heard of one: when exactly it begins to listen nobody can see.</summary>
    private static async Task UntilItListensAsync(EditedCorpus edited, Task<bool> next)
    {
        for (var attempt = 0; !next.IsCompleted; attempt++)
        {
            Assert.True(attempt < 100, "The other program hears nothing.");
            var passage = await edited.PassageAsync("Nurses");
            var status = passage.Status == Status.Accepted ? Status.Rejected : Status.Accepted;
            EditedCorpus.Done(await edited.Passages.DecideAsync(edited.Ada, passage.Id, passage.ConcurrencyToken, status, Cancellation));
            await Task.WhenAny(next, Task.Delay(100, Cancellation));
        }

        Assert.True(await next);
    }
}
