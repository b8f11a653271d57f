using System.Globalization;
using System.Text;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Codebook;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Interchange;

/// <summary>A corpus that people have worked in with everything that they can do, so that rows of all kinds have come and gone.</summary>
internal static class LivedInCorpus
{
    /// <summary>Of the passage that was removed last.</summary>
    public const string Removed = "time to begin";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <returns>The moments at which the essay was in another state, each.</returns>
    public static async Task<IReadOnlyList<DateTime>> LiveAsync(EditedCorpus edited)
    {
        var moments = new List<DateTime>();
        await EditPassagesAsync(edited, moments);
        await WriteNotesAsync(edited);
        await ChangeCodebookAsync(edited);
        var report = await SaveReportAsync(edited);
        await ReviseAsync(edited);
        await edited.Corpus.CompareAsync();
        await MakeAndRemoveAsync(edited);
        await edited.Corpus.Get<ReportStore>().SaveAsync(report, definition: null, token: null, edited.Chief.Name, Cancellation);
        return moments;
    }

    private static async Task EditPassagesAsync(EditedCorpus edited, List<DateTime> moments)
    {
        var (nurses, leeds, critics) = (await edited.PassageAsync("Nurses"), await edited.PassageAsync("Leeds"), await edited.PassageAsync("Critics"));
        await DoneAsync(edited.Passages.LabelAsync(edited.Ada, leeds.Id, leeds.ConcurrencyToken, new(Role.Claim, Stance: Stance.Opp), Cancellation));
        leeds = await edited.PassageAsync(leeds.Id);
        await DoneAsync(edited.Passages.SplitAsync(edited.Ada, leeds.Id, leeds.ConcurrencyToken, (await edited.SpanAsync("passengers rose")).Start, Cancellation));
        var made = await DoneAsync(edited.Passages.CreateAsync(edited.Ada, edited.Document, seen: null, await edited.SpanAsync("cost is"), new(Role.Claim), Cancellation));
        var brief = await edited.PassageAsync(made.Id);
        await DoneAsync(edited.Passages.RemoveAsync(edited.Ben, brief.Id, brief.ConcurrencyToken, Cancellation));
        var rejected = await DoneAsync(edited.Passages.DecideAsync(edited.Ben, critics.Id, critics.ConcurrencyToken, Status.Rejected, Cancellation));
        await DoneAsync(edited.Undo.RunAsync(edited.Ada, rejected.Change, Cancellation));
        var link = await DoneAsync(edited.Relations.LinkAsync(edited.Ada, critics.Id, leeds.Id, RelationKind.Rebuts, Cancellation));
        await DoneAsync(edited.Relations.LinkToRelationAsync(edited.Ada, nurses.Id, link.Id, RelationKind.Undercuts, Cancellation));
        await DoneAsync(edited.Corpus.Get<BulkReview>().DecideAsync(edited.Chief, new Dictionary<int, Status> { [leeds.Id] = leeds.Status, [nurses.Id] = nurses.Status }, Status.Accepted, Cancellation));

        async Task<EditResult.Done> DoneAsync(Task<EditResult> change)
        {
            var done = EditedCorpus.Done(await change);
            moments.Add(edited.Corpus.Clock.GetUtcNow().UtcDateTime);
            edited.Corpus.Clock.Advance(TimeSpan.FromMinutes(1));
            return done;
        }
    }

    private static async Task MakeAndRemoveAsync(EditedCorpus edited)
    {
        await using var context = edited.Corpus.Open();
        var text = context.DocumentVersions.OrderByDescending(version => version.Number).Select(version => version.Text.Text).First();
        var start = text.IndexOf(Removed, StringComparison.Ordinal);
        var made = EditedCorpus.Done(await edited.Passages.CreateAsync(edited.Ada, edited.Document, seen: null, new TextSpan(start, start + Removed.Length), new(Role.Claim), Cancellation));
        var passage = await edited.PassageAsync(made.Id);
        EditedCorpus.Done(await edited.Passages.RemoveAsync(edited.Ben, passage.Id, passage.ConcurrencyToken, Cancellation));
    }

    private static async Task WriteNotesAsync(EditedCorpus edited)
    {
        var leeds = await edited.PassageAsync("Leeds");
        var note = EditedCorpus.Done(await edited.Notes.WriteAsync(edited.Ada, new NoteTarget.OfPassage(leeds.Id), new(Motivation.Questioning, "Which **year**? «Пекин» 北京"), Cancellation));
        EditedCorpus.Done(await edited.Notes.ReplyAsync(edited.Ben, note.Id, "The last one.", Cancellation));
        EditedCorpus.Done(await edited.Notes.WriteAsync(edited.Ben, new NoteTarget.OfPassage(leeds.Id), new(Motivation.Commenting, "For me alone.", IsPrivate: true), Cancellation));
        EditedCorpus.Done(await edited.Notes.WriteAsync(edited.Ben, new NoteTarget.OfDocument(edited.Document, [await edited.SpanAsync("drivers are tired")]), new(Motivation.Highlighting, ""), Cancellation));
        await using var context = edited.Corpus.Open();
        EditedCorpus.Done(await edited.Notes.ResolveAsync(edited.Ben, note.Id, context.Annotations.Single(one => one.Id == note.Id).ConcurrencyToken, resolved: true, Cancellation));
    }

    private static async Task ChangeCodebookAsync(EditedCorpus edited)
    {
        var codebook = edited.Corpus.Get<CodebookEditor>();
        EditedCorpus.Done(await codebook.CreateAsync(edited.Chief, new ThemeDraft("Night work", "Work after dark.", "#336699", null, "nurses\nnight shift = 0.5"), Cancellation));
        EditedCorpus.Done(await codebook.CreateAsync(edited.Chief, new ThemeDraft("Nights", "The same again.", "#336699", null, "late"), Cancellation));
        var leeds = await edited.PassageAsync("Leeds");
        EditedCorpus.Done(await edited.Themes.AddAsync(edited.Ada, leeds.Id, leeds.ConcurrencyToken, "nights", Cancellation));
        var (theme, _) = (await codebook.FindAsync("nights", Cancellation))!.Value;
        EditedCorpus.Done(await codebook.MergeAsync(edited.Chief, "nights", theme.Token, "night-work", Cancellation));
    }

    private static async Task<int> SaveReportAsync(EditedCorpus edited)
    {
        var (nurses, leeds) = (await edited.PassageAsync("Nurses"), await edited.PassageAsync("Leeds"));
        await using var context = edited.Corpus.Open();
        var note = context.Annotations.First(one => one.Motivation == Motivation.Questioning);
        return await edited.Corpus.Get<ReportStore>().CreateAsync(
            new ReportDefinition
            {
                Title = "On nights",
                Filter = [KeyValuePair.Create("document", edited.Document.ToString(CultureInfo.InvariantCulture))],
                Grouping = ReportGrouping.Hand,
                HandSections = [new("What speaks for it", [leeds.Id, nurses.Id])],
                Notes = ReportNotes.Chosen,
                ChosenNotes = [note.Id],
            },
            edited.Ben.Name,
            Cancellation);
    }

    /// <summary>A sentence that was accepted is gone from the new version.</summary>
    private static async Task ReviseAsync(EditedCorpus edited)
    {
        var text = EditedCorpus.Essay.Replace("Nurses finish work at two in the morning. ", "", StringComparison.Ordinal);
        Assert.IsType<IngestResult.Revised>(await edited.Corpus.Get<DocumentIngest>().IngestAsync(
            new SourceFile("buses.md", Encoding.UTF8.GetBytes(text)), corrections: null, Cancellation));
    }
}
