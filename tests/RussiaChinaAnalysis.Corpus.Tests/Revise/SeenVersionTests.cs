using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Revise;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Revise;

/// <summary>Words that were selected in a text that is no longer the current one.</summary>
public sealed class SeenVersionTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Words_of_a_former_version_become_no_passage_and_no_note_of_the_next()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var words = await edited.SpanAsync("The cost is");
        await edited.ReviseAsync(EditedCorpus.Revised);
        var before = await edited.ContentAsync();

        var passage = await edited.Passages.CreateAsync(edited.Ada, edited.Document, seen: 1, words, new(Role.Claim), Cancellation);
        var note = await edited.Notes.WriteAsync(edited.Ada, new NoteTarget.OfDocument(edited.Document, [words]) { Seen = 1 }, new(Motivation.Commenting, "How small?"), Cancellation);

        Assert.Contains("new version", Assert.IsType<EditResult.Refused>(passage).Message, StringComparison.Ordinal);
        Assert.Contains("new version", Assert.IsType<EditResult.Refused>(note).Message, StringComparison.Ordinal);
        Assert.Equal(before, await edited.ContentAsync());
        var current = await edited.SpanAsync("The cost is");
        var made = EditedCorpus.Done(await edited.Passages.CreateAsync(edited.Ada, edited.Document, seen: 2, current, new(Role.Claim), Cancellation));
        Assert.Equal("The cost is", (await edited.PassageAsync(made.Id)).Quote);
    }

    [Fact]
    public async Task A_passage_is_not_placed_at_words_of_a_former_version()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var gone = await edited.PassageAsync("Nurses finish work at two in the morning.");
        EditedCorpus.Done(await edited.Passages.DecideAsync(edited.Ada, gone.Id, gone.ConcurrencyToken, Status.Accepted, Cancellation));
        await edited.ReviseAsync(EditedCorpus.Revised);
        var waiting = Assert.Single((await edited.Corpus.Get<RevisionBrowser>().HistoryAsync(edited.Document, Cancellation))!.Unplaced);
        var words = await edited.SpanAsync("Hospital staff leave their wards long after midnight.");
        await edited.ReviseAsync(EditedCorpus.Revised.Replace("The cost is small.", "The cost is rather small.", StringComparison.Ordinal));

        var result = await edited.Corpus.Get<UnplacedEditor>().PlaceAsync(edited.Ada, edited.Document, waiting.Id, seen: 2, words, Cancellation);

        Assert.Contains("new version", Assert.IsType<EditResult.Refused>(result).Message, StringComparison.Ordinal);
        Assert.Equal(1, await edited.Corpus.Get<RevisionBrowser>().CountUnplacedAsync(edited.Document, Cancellation));
    }

    [Fact]
    public async Task Whoever_selects_words_while_a_version_comes_in_never_makes_a_passage_of_the_former_one()
    {
        await using var edited = await EditedCorpus.StartAsync();
        for (var round = 0; round < 6; round++)
        {
            var words = await edited.SpanAsync("The cost");
            var essay = (round % 2 == 0 ? EditedCorpus.Revised : EditedCorpus.Essay) + $"\n\nRound {round} is over.\n";
            var writers = Enumerable.Range(0, 4).Select(place => Task.Run(
                () => edited.Passages.CreateAsync(edited.Ada, edited.Document, seen: null, new TextSpan(words.Start - place, words.End), new(Role.Claim), Cancellation), Cancellation));
            await Task.WhenAll([.. writers, Task.Run(() => edited.ReviseAsync(essay), Cancellation)]);
        }

        await using var context = edited.Corpus.Open();
        Assert.Equal(0, await context.Passages.CountAsync(passage => passage.Version.Number != passage.Document.CurrentVersion, Cancellation));
        await TestStorage.AssertSoundAsync(context, Cancellation);
    }
}
