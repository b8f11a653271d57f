using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Codebook;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.History;

public sealed class UndoTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static TheoryData<string> Changes => ["create", "label", "resize", "split", "merge", "decide", "link", "link to link", "change link", "give theme", "note"];

    [Theory]
    [MemberData(nameof(Changes))]
    public async Task Whatever_was_done_is_undone_row_by_row_and_redone_by_undoing_that(string what)
    {
        await using var edited = await EditedCorpus.StartAsync();
        await PrepareAsync(edited);
        var before = await edited.ContentAsync();

        var done = EditedCorpus.Done(await ChangeAsync(edited, what));
        var after = await edited.ContentAsync();
        Assert.NotEqual(before, after);

        // What is written in a note is its author's.
        var undone = EditedCorpus.Done(await edited.Undo.RunAsync(what.Contains("note", StringComparison.Ordinal) ? edited.Ada : edited.Ben, done.Change, Cancellation));
        Assert.Equal(before, await edited.ContentAsync());
        EditedCorpus.Done(await edited.Undo.RunAsync(edited.Ada, undone.Change, Cancellation));
        Assert.Equal(after, await edited.ContentAsync());
    }

    [Fact]
    public async Task What_was_changed_again_since_is_not_undone_and_the_reason_is_said()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var passage = await edited.PassageAsync("Leeds");
        var first = EditedCorpus.Done(await edited.Passages.LabelAsync(edited.Ada, passage.Id, passage.ConcurrencyToken, new(Role.Claim), Cancellation));
        passage = await edited.PassageAsync(passage.Id);
        var second = EditedCorpus.Done(await edited.Passages.LabelAsync(edited.Ben, passage.Id, passage.ConcurrencyToken, new(Role.Context), Cancellation));

        var refused = Assert.IsType<EditResult.Refused>(await edited.Undo.RunAsync(edited.Ada, first.Change, Cancellation));
        Assert.Contains("changed since by Ben", refused.Message, StringComparison.Ordinal);

        EditedCorpus.Done(await edited.Undo.RunAsync(edited.Ada, second.Change, Cancellation));
        EditedCorpus.Done(await edited.Undo.RunAsync(edited.Ada, first.Change, Cancellation));
        Assert.Equal(Role.Evidence, (await edited.PassageAsync(passage.Id)).Role);
        Assert.IsType<EditResult.Refused>(await edited.Undo.RunAsync(edited.Ada, first.Change, Cancellation));
    }

    [Fact]
    public async Task A_passage_that_others_built_on_stays()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var made = EditedCorpus.Done(await edited.Passages.CreateAsync(edited.Ada, edited.Document, seen: null, await edited.SpanAsync("Nurses finish"), new(Role.Claim), Cancellation));
        await edited.Notes.WriteAsync(edited.Ben, new NoteTarget.OfPassage(made.Id), new(Motivation.Commenting, "Good."), Cancellation);

        var refused = Assert.IsType<EditResult.Refused>(await edited.Undo.RunAsync(edited.Ada, made.Change, Cancellation));

        Assert.Contains("notes were written", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_rows_of_a_large_change_are_not_looked_up_one_by_one()
    {
        const int Passages = 1200;
        using var recorder = new SqlRecorder();
        await using var edited = await EditedCorpus.StartAsync(StorageProvider.Sqlite);
        var codebook = edited.Corpus.Get<CodebookEditor>();
        foreach (var name in new[] { "Nights", "Evenings" })
            EditedCorpus.Done(await codebook.CreateAsync(edited.Chief, new(name, "", "#112233", null, null), Cancellation));
        await using var context = edited.Corpus.Open();
        var version = await context.DocumentVersions.Include(one => one.Document).SingleAsync(Cancellation);
        var nights = await context.Themes.Where(theme => theme.Slug == "nights").Select(theme => theme.Id).SingleAsync(Cancellation);
        context.AddRange(Enumerable.Range(0, Passages).Select(number => new PassageTheme
        {
            Passage = new()
            {
                Document = version.Document,
                Version = version,
                Ordinal = 1000 + number,
                Start = number,
                End = number + 1,
                Quote = "x",
                Prefix = "",
                Suffix = "",
                Role = Role.Claim,
            },
            ThemeId = nights,
            Score = 1,
        }));
        await context.SaveChangesAsync(Cancellation);
        var theme = (await codebook.FindAsync("nights", Cancellation))!.Value.Theme;
        var merged = EditedCorpus.Done(await codebook.MergeAsync(edited.Chief, "nights", theme.Token, "evenings", Cancellation));
        recorder.Begin(edited.Corpus.Storage.DatabasePath);

        EditedCorpus.Done(await edited.Undo.RunAsync(edited.Chief, merged.Change, Cancellation));

        Assert.InRange(recorder.Queries, 1, 40);
        Assert.Equal(Passages, await context.PassageThemes.CountAsync(tag => tag.ThemeId == nights, Cancellation));
    }

    [Fact]
    public async Task The_document_is_seen_as_it_was_at_every_moment()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var past = edited.Corpus.Get<PastDocuments>();
        var moments = new List<(DateTime Moment, string State)>();
        await RememberAsync();
        foreach (var what in new[] { "label", "split", "merge", "create", "decide" })
        {
            EditedCorpus.Done(await ChangeAsync(edited, what));
            await RememberAsync();
        }

        foreach (var (moment, state) in moments)
            Assert.Equal(state, Describe((await past.AsOfAsync(edited.Document, moment, Cancellation))!));

        async Task RememberAsync()
        {
            var now = edited.Corpus.Clock.GetUtcNow().UtcDateTime;
            await using var context = edited.Corpus.Open();
            moments.Add((now, Describe([.. (await context.Passages.ToListAsync(Cancellation))
                .Select(one => new PastPassage(one.Id, one.DocumentId, one.VersionId, one.Start, one.End, one.Quote, one.Role, one.IsThesis, one.Stance, one.Origin, one.Status))
                .OrderBy(one => one.Start).ThenByDescending(one => one.End)])));
            edited.Corpus.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        static string Describe(IReadOnlyList<PastPassage> passages) => string.Join('\n', passages);
    }

    [Fact]
    public async Task The_record_says_who_when_and_what_before_and_after_and_cannot_be_rewritten()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var passage = await edited.PassageAsync("Leeds");
        var done = EditedCorpus.Done(await edited.Passages.LabelAsync(edited.Ada, passage.Id, passage.ConcurrencyToken, new(Role.Claim), Cancellation));

        var change = (await edited.History.OfRowAsync(nameof(Passage), passage.Id, edited.Ben.PersonId, Cancellation)).Single();
        Assert.Equal((done.Change, "Ada", edited.Corpus.Clock.GetUtcNow().UtcDateTime), (change.Id, change.PersonName, change.At));
        var row = Assert.Single(change.Rows);
        Assert.Equal("Evidence", JsonDocument.Parse(row.Before!).RootElement.GetProperty("Role").GetString());
        Assert.Equal("Claim", JsonDocument.Parse(row.After!).RootElement.GetProperty("Role").GetString());

        await using var context = edited.Corpus.Open();
        await Assert.ThrowsAnyAsync<Exception>(() => context.Changes.ExecuteDeleteAsync(Cancellation));
        await Assert.ThrowsAnyAsync<Exception>(() => context.Changes.ExecuteUpdateAsync(update => update.SetProperty(one => one.PersonName, "Nobody"), Cancellation));
        await Assert.ThrowsAnyAsync<Exception>(() => context.Set<ChangedRow>().ExecuteDeleteAsync(Cancellation));
    }

    [Fact]
    public async Task A_private_note_is_in_nobody_elses_history()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var done = EditedCorpus.Done(await edited.Notes.WriteAsync(
            edited.Ada, new NoteTarget.OfDocument(edited.Document, []), new(Motivation.Commenting, "A secret thought", IsPrivate: true), Cancellation));

        Assert.Empty(await edited.History.ListAsync(edited.Document, edited.Ben.PersonId, null, 10, Cancellation));
        Assert.Single(await edited.History.ListAsync(edited.Document, edited.Ada.PersonId, null, 10, Cancellation));
        Assert.IsType<EditResult.Missing>(await edited.Undo.RunAsync(edited.Ben, done.Change, Cancellation));
        var audit = await edited.History.AuditAsync(Cancellation).ToListAsync(Cancellation);
        Assert.DoesNotContain("secret", Assert.Single(audit).After, StringComparison.Ordinal);
    }

    private static async Task PrepareAsync(EditedCorpus edited)
    {
        var (nurses, leeds, thesis) = (await edited.PassageAsync("Nurses"), await edited.PassageAsync("Leeds"), await edited.PassageAsync("town should"));
        await edited.Relations.LinkAsync(edited.Ada, nurses.Id, thesis.Id, RelationKind.Supports, Cancellation);
        await edited.Relations.LinkAsync(edited.Ada, leeds.Id, thesis.Id, RelationKind.Exemplifies, Cancellation);
        await edited.Notes.WriteAsync(edited.Ada, new NoteTarget.OfPassage(leeds.Id), new(Motivation.Commenting, "A first note"), Cancellation);
    }

    private static async Task<EditResult> ChangeAsync(EditedCorpus edited, string what)
    {
        var (nurses, leeds, critics) = (await edited.PassageAsync("Nurses"), await edited.PassageAsync("Leeds"), await edited.PassageAsync("Critics"));
        await using var context = edited.Corpus.Open();
        var relation = await context.Relations.OrderByDescending(one => one.Id).FirstOrDefaultAsync(Cancellation);
        return what switch
        {
            "create" => await edited.Passages.CreateAsync(edited.Ada, edited.Document, seen: null, await edited.SpanAsync("cost is"), new(Role.Claim, IsThesis: true), Cancellation),
            "label" => await edited.Passages.LabelAsync(edited.Ada, leeds.Id, leeds.ConcurrencyToken, new(Role.Claim, Attribution: AttributionKind.Reported, AttributedTo: "the mayor", Stance: Stance.Opp), Cancellation),
            "resize" => await edited.Passages.ResizeAsync(edited.Ada, leeds.Id, leeds.ConcurrencyToken, await edited.SpanAsync("the number of passengers rose"), Cancellation),
            "split" => await edited.Passages.SplitAsync(edited.Ada, leeds.Id, leeds.ConcurrencyToken, (await edited.SpanAsync("passengers rose")).Start, Cancellation),
            "merge" => await edited.Passages.MergeAsync(edited.Ada, nurses.Id, nurses.ConcurrencyToken, leeds.Id, leeds.ConcurrencyToken, Cancellation),
            "decide" => await edited.Passages.DecideAsync(edited.Ada, critics.Id, critics.ConcurrencyToken, Status.Rejected, Cancellation),
            "link" => await edited.Relations.LinkAsync(edited.Ada, critics.Id, nurses.Id, RelationKind.Rebuts, Cancellation),
            "link to link" => await edited.Relations.LinkToRelationAsync(edited.Ada, critics.Id, relation!.Id, RelationKind.Undercuts, Cancellation),
            "change link" => await edited.Relations.ChangeKindAsync(edited.Ada, relation!.Id, relation.ConcurrencyToken, RelationKind.Restates, Cancellation),
            "give theme" => await edited.Themes.AddAsync(edited.Ada, critics.Id, critics.ConcurrencyToken, await context.Themes.Select(theme => theme.Slug).FirstAsync(Cancellation), Cancellation),
            "note" => await edited.Notes.WriteAsync(edited.Ada, new NoteTarget.OfPassage(critics.Id), new(Motivation.Assessing, "Weak."), Cancellation),
            _ => throw new ArgumentOutOfRangeException(nameof(what)),
        };
    }
}
