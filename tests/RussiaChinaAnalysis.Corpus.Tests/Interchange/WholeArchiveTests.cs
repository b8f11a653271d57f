using System.Collections;
using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Interchange.Archive;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Interchange;

/// <summary>What people did is worth more than what the program did, so all of it has to be in an archive.</summary>
public sealed partial class WholeArchiveTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task All_that_people_did_is_equal_in_a_corpus_that_was_empty()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var moments = await LivedInCorpus.LiveAsync(edited);
        var archive = await edited.Corpus.ExportAsync("archive");
        await using var other = await ArchiveTests.EmptyAsync();

        var first = await other.ImportAsync("corpus.rca.zip", archive);

        Assert.Equal((0, 0), (first.Failed, first.Skipped));
        var (before, after) = (await RowsAsync(edited.Corpus), await RowsAsync(other));
        Assert.Equal(before.Keys, after.Keys);
        Assert.All(before, table => Assert.True(table.Value.Count > 0 || table.Key == "connections", $"{table.Key} has no rows, so nothing is proved of it."));
        Assert.All(before, table => Assert.Equal(table.Value, after[table.Key]));
        Assert.Equal(archive, await other.ExportAsync("archive"));

        var second = await other.ImportAsync("corpus.rca.zip", archive);

        Assert.Equal((0, first.Imported), (second.Imported, second.Skipped));
        Assert.Equal(archive, await other.ExportAsync("archive"));
        await AssertHistoryWorksAsync(edited, other, moments);
    }

    [Fact]
    public async Task Beside_other_work_nothing_is_mistaken_for_something_else()
    {
        await using var edited = await EditedCorpus.StartAsync();
        var moments = await LivedInCorpus.LiveAsync(edited);
        await using var other = await TestCorpus.StartAsync();
        // So that no row has the number that it had, and the codebook is there already.
        await SampleEssays.StoreAsync(other);

        var outcome = await other.ImportAsync("corpus.rca.zip", await edited.Corpus.ExportAsync("archive"));

        Assert.Equal(0, outcome.Failed);
        await AssertHistoryWorksAsync(edited, other, moments);
        await using var context = other.Open();
        var report = (await other.Get<ReportStore>().FindAsync((await context.Reports.SingleAsync(Cancellation)).Id, version: 1, Cancellation))!;
        var quotes = report.Content.References.ToDictionary(reference => reference.PassageId, reference => reference.Quote);
        Assert.All(
            await context.Passages.Where(passage => quotes.Keys.Contains(passage.Id)).ToListAsync(Cancellation),
            passage => Assert.Equal(quotes[passage.Id], passage.Quote));
        Assert.Contains(report.Definition.HandSections[0].Passages[0], quotes.Keys);
        Assert.Equal("buses.md", (await context.Documents.SingleAsync(document => document.Id == report.Content.Documents[0].Id, Cancellation)).Source);
        Assert.Equal(report.Content.Documents[0].Id.ToString(CultureInfo.InvariantCulture), report.Definition.Filter[0].Value);
        Assert.Contains("Which", (await context.Annotations.SingleAsync(note => note.Id == report.Definition.ChosenNotes[0], Cancellation)).Body, StringComparison.Ordinal);
    }

    private static async Task AssertHistoryWorksAsync(EditedCorpus edited, TestCorpus other, IReadOnlyList<DateTime> moments)
    {
        await using var context = other.Open();
        var document = (await context.Documents.SingleAsync(one => one.Source == "buses.md", Cancellation)).Id;
        var ada = await context.Users.SingleAsync(person => person.UserName == "ada", Cancellation);
        var changes = await other.Get<HistoryBrowser>().ListAsync(document, ada.Id, before: null, 100, Cancellation);
        // What the program did to what people had decided stands there too.
        Assert.Contains(changes, change => change.PersonId == Actor.Program.PersonId);
        Assert.Equal(
            (await edited.History.ListAsync(edited.Document, edited.Ada.PersonId, before: null, 100, Cancellation)).Select(Told),
            changes.Select(Told));
        foreach (var moment in moments)
        {
            Assert.Equal(
                (await edited.Corpus.Get<PastDocuments>().AsOfAsync(edited.Document, moment, Cancellation))!.Select(Told),
                (await other.Get<PastDocuments>().AsOfAsync(document, moment, Cancellation))!.Select(Told));
        }

        // The passage comes back under the number that was kept for it.
        var removal = changes.First(change => change.Action == "remove passage");
        var undone = EditedCorpus.Done(await other.Get<Undo>().RunAsync(new Actor(ada.Id, ada.DisplayName, PersonRole.Editor), removal.Id, Cancellation));
        var removed = int.Parse(removal.Rows.Single(row => row.Entity == nameof(Passage)).Key, CultureInfo.InvariantCulture);
        Assert.StartsWith(LivedInCorpus.Removed, (await context.Passages.SingleAsync(passage => passage.Id == removed, Cancellation)).Quote, StringComparison.Ordinal);
        EditedCorpus.Done(await other.Get<Undo>().RunAsync(new Actor(ada.Id, ada.DisplayName, PersonRole.Editor), undone.Change, Cancellation));
    }

    private static object Told(ChangeRow change) => (change.At, change.PersonName, change.Action, change.Summary, change.UndoneBy is null, change.Rows.Count);

    private static object Told(PastPassage passage) => passage with { Id = 0, DocumentId = 0, VersionId = 0 };

    /// <summary>Every value of every table, apart from numbers of rows and what an archive may not carry.</summary>
    private static async Task<Dictionary<string, List<string>>> RowsAsync(TestCorpus corpus)
    {
        await using var context = corpus.Open();
        var tables = new Dictionary<string, List<string>>();
        foreach (var table in ArchiveModel.Of(context).Tables)
        {
            var properties = table.Type.GetProperties().Where(property => !property.IsConcurrencyToken && !property.IsPrimaryKey()
                && !property.IsForeignKey() && (table.Type.ClrType != typeof(Person) || ArchivedPerson.IsKept(property.Name))).ToList();
            var rows = (IEnumerable)typeof(DbContext).GetMethod(nameof(DbContext.Set), [])!.MakeGenericMethod(table.Type.ClrType).Invoke(context, [])!;
            tables.Add(table.Name, [.. rows.Cast<object>().Select(row => string.Join(" | ", properties.Select(property => Value(property, row)))).Order(StringComparer.Ordinal)]);
        }

        return tables;
    }

    private static string Value(IProperty property, object row)
    {
        var value = property.PropertyInfo!.GetValue(row);
        value = property.GetTypeMapping().Converter is { } converter && value is not null ? converter.ConvertToProvider(value) : value;
        var text = value is byte[] bytes ? Convert.ToHexString(bytes) : $"{value}";
        return property.DeclaringType.ClrType == typeof(Change) && property.Name.EndsWith("Id", StringComparison.Ordinal) || property.Name is "PrivateTo" or "PassageId" ? "#"
            : row is ChangedRow || value is string && property.ClrType != typeof(string) ? Ids().Replace(text, "$1#")
            : text;
    }

    [GeneratedRegex("""((?:id|"passages":\[|notes":\[|document","value":")["\s:]*)[\d,]+|^[\d,]+$""", RegexOptions.IgnoreCase)]
    private static partial Regex Ids();
}
