using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Revise;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Revise;

/// <summary>Decisions about words that are gone, and what people do with them.</summary>
public sealed class PlacingTests
{
    private const string Gone = "Nurses finish work at two in the morning.";
    private const string Successor = "Hospital staff leave their wards long after midnight.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_passage_is_placed_by_hand_with_its_number_labels_theme_link_and_notes_and_that_is_undone()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var number = await DecideAsync(edited);
        await edited.ReviseAsync(EditedCorpus.Revised);
        var waiting = Assert.Single((await BrowserOf(edited).HistoryAsync(edited.Document, Cancellation))!.Unplaced);
        Assert.Equal((number, Gone, Status.Accepted), (waiting.PassageId, waiting.Quote, waiting.Status));
        var before = await edited.ContentAsync();

        var placed = EditedCorpus.Done(await PlaceAsync(edited, waiting.Id, Successor));

        var passage = await edited.PassageAsync(number);
        Assert.Equal((Successor, Role.Evidence, EvidenceKind.Testimony, Status.Accepted), (passage.Quote, passage.Role, passage.EvidenceKind, passage.Status));
        Assert.Contains(passage.Themes, tag => tag.Origin == Origin.Person);
        await using (var context = edited.Corpus.Open())
        {
            await TestStorage.AssertSoundAsync(context, Cancellation);
            Assert.Equal(1, await context.Passages.CountAsync(one => one.Quote == Successor, Cancellation));
            var link = await context.Relations.SingleAsync(relation => relation.Origin == Origin.Person, Cancellation);
            Assert.Equal((number, RelationKind.Supports), (link.FromPassageId, link.Kind));
            Assert.All(await context.Annotations.ToListAsync(Cancellation), note => Assert.Equal(number, note.PassageId));
        }

        Assert.Equal(0, await BrowserOf(edited).CountUnplacedAsync(edited.Document, Cancellation));
        Assert.IsType<EditResult.Missing>(await PlaceAsync(edited, waiting.Id, "The cost is small."));

        EditedCorpus.Done(await edited.Undo.RunAsync(edited.Ben, placed.Change, Cancellation));
        Assert.Equal(before, await edited.ContentAsync());
        Assert.Equal(1, await BrowserOf(edited).CountUnplacedAsync(edited.Document, Cancellation));
    }

    [Fact]
    public async Task A_link_between_two_passages_that_were_both_gone_comes_back_with_the_second()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var number = await DecideAsync(edited);
        const string end = "Critics say that the drivers are tired.";
        EditedCorpus.Done(await edited.Relations.LinkAsync(edited.Ada, (await edited.PassageAsync(end)).Id, number, RelationKind.Rebuts, Cancellation));
        await edited.ReviseAsync(EditedCorpus.Revised.Replace(end, "The drivers have been asked and they agree.", StringComparison.Ordinal));
        var waiting = (await BrowserOf(edited).HistoryAsync(edited.Document, Cancellation))!.Unplaced;
        Assert.Equal([Gone, end], waiting.Select(passage => passage.Quote));

        EditedCorpus.Done(await PlaceAsync(edited, waiting[0].Id, Successor));
        Assert.Equal(0, await RebuttalsAsync(edited));
        EditedCorpus.Done(await PlaceAsync(edited, waiting[1].Id, "The drivers have been asked and they agree."));
        Assert.Equal(1, await RebuttalsAsync(edited));
    }

    [Fact]
    public async Task What_people_decided_about_the_new_words_is_not_overwritten()
    {
        await using var edited = await EditedCorpus.StartAsync();
        await DecideAsync(edited);
        await edited.ReviseAsync(EditedCorpus.Revised);
        var there = await edited.PassageAsync(Successor);
        EditedCorpus.Done(await edited.Passages.DecideAsync(edited.Ben, there.Id, there.ConcurrencyToken, Status.Rejected, Cancellation));
        var waiting = Assert.Single((await BrowserOf(edited).HistoryAsync(edited.Document, Cancellation))!.Unplaced);

        Assert.IsType<EditResult.Refused>(await PlaceAsync(edited, waiting.Id, Successor));

        Assert.Equal(Status.Rejected, (await edited.PassageAsync(there.Id)).Status);
        Assert.Equal(1, await BrowserOf(edited).CountUnplacedAsync(edited.Document, Cancellation));
    }

    [Fact]
    public async Task Two_who_place_it_at_once_place_it_once()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var number = await DecideAsync(edited);
        await edited.ReviseAsync(EditedCorpus.Revised);
        var waiting = Assert.Single((await BrowserOf(edited).HistoryAsync(edited.Document, Cancellation))!.Unplaced);

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => PlaceAsync(edited, waiting.Id, Successor), Cancellation)));

        Assert.Single(results.OfType<EditResult.Done>());
        Assert.Equal(3, results.OfType<EditResult.Missing>().Count());
        Assert.Equal(Successor, (await edited.PassageAsync(number)).Quote);
    }

    [Fact]
    public async Task What_is_put_away_is_listed_no_more_until_that_is_undone()
    {
        await using var edited = await EditedCorpus.StartAsync();
        await DecideAsync(edited);
        await edited.ReviseAsync(EditedCorpus.Revised);
        var waiting = Assert.Single((await BrowserOf(edited).HistoryAsync(edited.Document, Cancellation))!.Unplaced);

        var away = EditedCorpus.Done(await edited.Corpus.Get<UnplacedEditor>().PutAwayAsync(edited.Ada, edited.Document, waiting.Id, Cancellation));

        Assert.Null(await BrowserOf(edited).FindUnplacedAsync(edited.Document, waiting.Id, Cancellation));
        EditedCorpus.Done(await edited.Undo.RunAsync(edited.Ada, away.Change, Cancellation));
        Assert.NotNull(await BrowserOf(edited).FindUnplacedAsync(edited.Document, waiting.Id, Cancellation));
    }

    /// <summary>A label, a theme, a link and two notes, one of them private, on the sentence that will be gone.</summary>
    private static async Task<int> DecideAsync(EditedCorpus edited)
    {
        var passage = await edited.PassageAsync(Gone);
        EditedCorpus.Done(await edited.Passages.LabelAsync(
            edited.Ada, passage.Id, passage.ConcurrencyToken, new(Role.Evidence, EvidenceKind: EvidenceKind.Testimony), Cancellation));
        EditedCorpus.Done(await edited.Themes.AddAsync(edited.Ada, passage.Id, (await edited.PassageAsync(passage.Id)).ConcurrencyToken, "central-asia", Cancellation));
        EditedCorpus.Done(await edited.Relations.LinkAsync(
            edited.Ada, passage.Id, (await edited.PassageAsync("The cost is small.")).Id, RelationKind.Supports, Cancellation));
        foreach (var isPrivate in new[] { false, true })
            EditedCorpus.Done(await edited.Notes.WriteAsync(edited.Ada, new NoteTarget.OfPassage(passage.Id), new(Motivation.Commenting, "Who says so?", isPrivate), Cancellation));
        return passage.Id;
    }

    private static async Task<EditResult> PlaceAsync(EditedCorpus edited, int unplaced, string words) =>
        await edited.Corpus.Get<UnplacedEditor>().PlaceAsync(edited.Ben, edited.Document, unplaced, seen: null, await edited.SpanAsync(words), Cancellation);

    private static async Task<int> RebuttalsAsync(EditedCorpus edited)
    {
        await using var context = edited.Corpus.Open();
        return await context.Relations.CountAsync(relation => relation.Origin == Origin.Person && relation.Kind == RelationKind.Rebuts, Cancellation);
    }

    private static RevisionBrowser BrowserOf(EditedCorpus edited) => edited.Corpus.Get<RevisionBrowser>();
}
