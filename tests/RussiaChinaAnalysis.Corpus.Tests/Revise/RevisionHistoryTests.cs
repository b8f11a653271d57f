using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Revise;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Revise;

/// <summary>What the program does when it reads a document is told in the document's history, and is no decision.</summary>
public sealed class RevisionHistoryTests
{
    private const string Gone = "Nurses finish work at two in the morning.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_history_tells_of_a_revision_and_shows_the_document_as_it_was_before()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var clock = edited.Corpus.Clock;
        var started = clock.GetUtcNow().UtcDateTime;
        var before = await QuotesAsync(edited);
        clock.Advance(TimeSpan.FromHours(1));

        await edited.ReviseAsync(EditedCorpus.Revised);

        var change = Assert.Single(await edited.History.ListAsync(edited.Document, viewer: null, before: null, 10, Cancellation));
        Assert.Equal(("The program", Actions.NewVersion), (change.PersonName, change.Action));
        Assert.Contains("version 2", change.Summary, StringComparison.Ordinal);
        Assert.Equal(before, await PastAsync(edited, started));
        Assert.Equal(await QuotesAsync(edited), await PastAsync(edited, clock.GetUtcNow().UtcDateTime));
        Assert.Empty(await PastAsync(edited, started.AddSeconds(-1)));
        Assert.IsType<EditResult.Refused>(await edited.Undo.RunAsync(edited.Chief, change.Id, Cancellation));
    }

    [Fact]
    public async Task What_only_the_program_changed_is_proposed_anew_by_the_next_version()
    {
        await using var edited = await EditedCorpus.StartAsync();
        await edited.ReviseAsync(EditedCorpus.Revised);
        await RelabelAsync(edited, "The cost is small.");

        var second = await edited.ReviseAsync(EditedCorpus.Essay + "\n\nA last word.");

        Assert.Equal((0, 0, 0), (second.Counts.Kept, second.Counts.Reopened, second.Counts.Unplaced));
    }

    [Fact]
    public async Task A_private_note_is_not_told_of()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var words = await edited.SpanAsync("Nurses finish");
        EditedCorpus.Done(await edited.Notes.WriteAsync(edited.Ada, new NoteTarget.OfDocument(edited.Document, [words]), new(Motivation.Commenting, "Mine alone", IsPrivate: true), Cancellation));

        await edited.ReviseAsync(EditedCorpus.Revised);

        await using var context = edited.Corpus.Open();
        Assert.DoesNotContain(
            await context.Changes.Where(change => change.PrivateTo == null).SelectMany(change => change.Rows).ToListAsync(Cancellation),
            row => row.Entity == nameof(Annotation));
    }

    [Fact]
    public async Task Reading_anew_is_told_of_too_and_takes_nothing_from_people()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var decided = await edited.PassageAsync(Gone);
        EditedCorpus.Done(await edited.Passages.LabelAsync(edited.Ada, decided.Id, decided.ConcurrencyToken, new(Role.Context), Cancellation));
        var noted = await edited.PassageAsync("The cost is small.");
        EditedCorpus.Done(await edited.Notes.WriteAsync(edited.Ada, new NoteTarget.OfPassage(noted.Id), new(Motivation.Commenting, "Is it?"), Cancellation));
        var stale = await RelabelAsync(edited, "In Leeds");
        var content = await edited.ContentAsync();

        await ReadAnewAsync(edited);
        var report = await ReadAnewAsync(edited);

        Assert.Empty(report.Changed);
        var history = await edited.History.ListAsync(edited.Document, viewer: null, before: null, 10, Cancellation);
        var reading = Assert.Single(history, change => change.Action == Actions.ReadAnew);
        Assert.Equal("The program", reading.PersonName);
        Assert.Contains("1 relabelled", reading.Summary, StringComparison.Ordinal);
        Assert.NotEqual(stale, (await edited.PassageAsync("In Leeds")).Role);
        Assert.Equal(Role.Context, (await edited.PassageAsync(decided.Id)).Role);
        Assert.NotEqual(content, await edited.ContentAsync());
        Assert.IsType<EditResult.Refused>(await edited.Undo.RunAsync(edited.Chief, reading.Id, Cancellation));
    }

    [Fact]
    public async Task A_passage_of_a_former_text_is_not_brought_back_into_the_new_one()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var made = EditedCorpus.Done(await edited.Passages.CreateAsync(edited.Ada, edited.Document, seen: null, await edited.SpanAsync("through the night"), new(Role.Claim), Cancellation));
        var removed = EditedCorpus.Done(await edited.Passages.RemoveAsync(edited.Ada, made.Id, (await edited.PassageAsync(made.Id)).ConcurrencyToken, Cancellation));
        await edited.ReviseAsync(EditedCorpus.Revised);

        var refused = Assert.IsType<EditResult.Refused>(await edited.Undo.RunAsync(edited.Ada, removed.Change, Cancellation));

        Assert.Contains("former version", refused.Message, StringComparison.Ordinal);
    }

    /// <summary>As an older extractor might have said it.</summary>
    /// <returns>The wrong role.</returns>
    private static async Task<Role> RelabelAsync(EditedCorpus edited, string words)
    {
        var id = (await edited.PassageAsync(words)).Id;
        await using var context = edited.Corpus.Open();
        var passage = await context.Passages.SingleAsync(one => one.Id == id, Cancellation);
        passage.Role = passage.Role == Role.Context ? Role.Claim : Role.Context;
        await context.SaveChangesAsync(Cancellation);
        return passage.Role;
    }

    private static Task<ReextractionReport> ReadAnewAsync(EditedCorpus edited) =>
        edited.Corpus.Get<Reextraction>().RunAsync((_, _, _) => Task.CompletedTask, Cancellation);

    private static async Task<List<string>> QuotesAsync(EditedCorpus edited)
    {
        await using var context = edited.Corpus.Open();
        return await context.Passages.OrderBy(passage => passage.Start).ThenByDescending(passage => passage.End).Select(passage => passage.Quote).ToListAsync(Cancellation);
    }

    private static async Task<IEnumerable<string>> PastAsync(EditedCorpus edited, DateTime moment) =>
        (await edited.Corpus.Get<PastDocuments>().AsOfAsync(edited.Document, moment, Cancellation))!.Select(passage => passage.Quote);
}
