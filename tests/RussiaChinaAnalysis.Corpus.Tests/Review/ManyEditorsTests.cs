using System.Collections.Concurrent;
using System.Globalization;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Review;

/// <summary>
/// 32 people work on the same few passages at once. The environment variable <c>EDITORS_SECONDS</c> lets them go on for
/// so long; otherwise each makes a fixed number of edits.
/// </summary>
public sealed class ManyEditorsTests
{
    private const int Editors = 32;
    private const int EditsEach = 12;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task No_update_is_lost_and_nothing_fails()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var passages = new[] { await edited.PassageAsync("Nurses"), await edited.PassageAsync("Leeds"), await edited.PassageAsync("Critics") };
        var written = new ConcurrentBag<string>();
        var (labelled, collided) = (0, 0);

        // On threads of their own: SQLite blocks whoever waits for it, and what else runs would have none left.
        await Task.WhenAll(Enumerable.Range(0, Editors).Select(number =>
            Task.Factory.StartNew(() => EditAsync(number), Cancellation, TaskCreationOptions.LongRunning, TaskScheduler.Default).Unwrap()));

        // Every edit that was confirmed is in the history, in an unbroken chain from each state to the next.
        var notes = await edited.NoteList.OfDocumentAsync(edited.Document, edited.Ada.PersonId, Cancellation);
        Assert.Equal(written.Order(), notes.Select(thread => thread.First.Body).Order());
        var chained = 0;
        foreach (var passage in passages)
        {
            var changes = (await edited.History.OfRowAsync(nameof(Passage), passage.Id, edited.Ada.PersonId, Cancellation)).Reverse().ToList();
            chained += changes.Count;
            var name = passage.AttributedTo;
            foreach (var row in changes.Select(change => change.Rows.Single(row => row.Entity == nameof(Passage))))
            {
                Assert.Equal(name, AttributedTo(row.Before!));
                name = AttributedTo(row.After!);
            }

            Assert.Equal(name, (await edited.PassageAsync(passage.Id)).AttributedTo);
        }

        Assert.Equal(labelled, chained);
        Assert.True(labelled >= Editors, $"Only {labelled} labels were set.");
        TestContext.Current.TestOutputHelper?.WriteLine($"{Editors} editors: {labelled} labels and {written.Count} notes stored, {collided} collisions answered, 0 lost");

        async Task EditAsync(int number)
        {
            var actor = edited.Ada with { Name = $"Editor {number}" };
            var until = DateTime.UtcNow + Duration;
            for (var edit = 0; Duration > TimeSpan.Zero ? DateTime.UtcNow < until : edit < EditsEach; edit++)
            {
                var body = string.Create(CultureInfo.InvariantCulture, $"Note {number}/{edit}");
                EditedCorpus.Done(await edited.Notes.WriteAsync(actor, new NoteTarget.OfDocument(edited.Document, []), new(Motivation.Commenting, body), Cancellation));
                written.Add(body);
                await LabelAsync(actor, passages[(number + edit) % passages.Length].Id, string.Create(CultureInfo.InvariantCulture, $"{number}/{edit}"));
            }
        }

        // Looks, edits, and when somebody was faster looks again, as a person does.
        async Task LabelAsync(Actor actor, int id, string name)
        {
            while (true)
            {
                var seen = await edited.PassageAsync(id);
                var result = await edited.Passages.LabelAsync(
                    actor, id, seen.ConcurrencyToken, new(Role.Claim, Attribution: AttributionKind.Reported, AttributedTo: name), Cancellation);
                if (result is EditResult.Done)
                {
                    Interlocked.Increment(ref labelled);
                    return;
                }

                Assert.IsType<EditResult.Collision>(result);
                Interlocked.Increment(ref collided);
            }
        }
    }

    private static TimeSpan Duration { get; } = TimeSpan.FromSeconds(
        int.TryParse(Environment.GetEnvironmentVariable("EDITORS_SECONDS"), CultureInfo.InvariantCulture, out var seconds) ? seconds : 0);

    private static string? AttributedTo(string json) =>
        System.Text.Json.JsonDocument.Parse(json).RootElement.GetProperty(nameof(Passage.AttributedTo)).GetString();
}
