using System.IO.Compression;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Interchange;
using RussiaChinaAnalysis.Corpus.Interchange.Archive;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Interchange;

public sealed class ArchiveTests
{
    [Fact]
    public async Task A_corpus_comes_out_of_an_empty_one_byte_for_byte_as_it_went_in()
    {
        await using var corpus = await FilledAsync();
        var archive = await corpus.ExportAsync("archive");
        await using var other = await EmptyAsync();

        var outcome = await other.ImportAsync("corpus.rca.zip", archive);

        Assert.Equal(0, outcome.Failed);
        Assert.Equal(0, outcome.Skipped);
        Assert.Equal(Entries(archive), Entries(await other.ExportAsync("archive")));
        Assert.Equal(archive, await other.ExportAsync("archive"));
    }

    [Fact]
    public async Task A_theme_stands_below_a_younger_one_in_the_archive_too()
    {
        await using var corpus = await FilledAsync();
        await using (var context = corpus.Open())
        {
            var oldest = await context.Themes.Where(theme => theme.ParentId == null).OrderBy(theme => theme.Id).FirstAsync(TestContext.Current.CancellationToken);
            oldest.Parent = new Theme { Slug = "youngest", Name = "Youngest", Definition = "", Colour = "#336699", Position = 900 };
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var archive = await corpus.ExportAsync("archive");
        await using var other = await EmptyAsync();
        var outcome = await other.ImportAsync("corpus.rca.zip", archive);

        Assert.Equal((0, 0), (outcome.Failed, outcome.Skipped));
        Assert.Equal(archive, await other.ExportAsync("archive"));
        Assert.Equal(await TreeAsync(corpus), await TreeAsync(other));
    }

    [Fact]
    public async Task Imported_twice_it_gives_nothing_twice()
    {
        await using var corpus = await FilledAsync();
        var archive = await corpus.ExportAsync("archive");
        await using var other = await EmptyAsync();
        var first = await other.ImportAsync("corpus.rca.zip", archive);

        var second = await other.ImportAsync("corpus.rca.zip", archive);

        Assert.Equal(0, second.Imported);
        Assert.Equal(first.Imported, second.Skipped);
        Assert.All(second.Lines, line => Assert.NotNull(line.Reason));
        Assert.Equal(archive, await other.ExportAsync("archive"));
    }

    [Fact]
    public async Task What_the_corpus_holds_already_stays_as_people_left_it()
    {
        await using var corpus = await FilledAsync();
        var archive = await corpus.ExportAsync("archive");
        await using (var context = corpus.Open())
        {
            var passage = await context.Passages.OrderBy(row => row.Id).FirstAsync(TestContext.Current.CancellationToken);
            passage.Role = Role.Context;
            passage.EvidenceKind = null;
            passage.Status = Status.Accepted;
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var changed = await corpus.ExportAsync("archive");
        await corpus.ImportAsync("corpus.rca.zip", archive);

        Assert.Equal(changed, await corpus.ExportAsync("archive"));
    }

    [Fact]
    public async Task What_could_not_be_taken_in_again_is_not_written()
    {
        await using var corpus = await FilledAsync();
        var files = Entries(await corpus.ExportAsync("archive")).Count - 1;
        await using var context = corpus.Open();

        await new ArchiveWriter(context, new(long.MaxValue, files)).WriteAsync(Stream.Null, progress: null, TestContext.Current.CancellationToken);

        await Assert.ThrowsAsync<ArchiveTooLargeException>(() =>
            new ArchiveWriter(context, new(long.MaxValue, files - 1)).WriteAsync(Stream.Null, progress: null, TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<ArchiveTooLargeException>(() =>
            new ArchiveWriter(context, new(1_000, files)).WriteAsync(Stream.Null, progress: null, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_changed_byte_is_noticed_and_nothing_is_stored()
    {
        await using var corpus = await FilledAsync();
        var archive = Rewrite(await corpus.ExportAsync("archive"), "tables/themes.jsonl", text => text.Replace("Region", "Legion", StringComparison.Ordinal));
        await using var other = await EmptyAsync();

        var refused = Assert.IsType<ImportOutcome.Refused>(await other.TryImportAsync("corpus.rca.zip", archive));

        Assert.Contains("tables/themes.jsonl", refused.Message, StringComparison.Ordinal);
        await using var context = other.Open();
        Assert.Equal(0, await context.Documents.CountAsync(TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task An_archive_of_a_later_version_is_refused()
    {
        await using var corpus = await FilledAsync();
        var archive = Rewrite(await corpus.ExportAsync("archive"), "manifest.json", text => text.Replace("\"version\": 1", "\"version\": 9", StringComparison.Ordinal));

        var refused = Assert.IsType<ImportOutcome.Refused>(await corpus.TryImportAsync("corpus.rca.zip", archive));

        Assert.Contains("version 9", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Secrets_and_rights_stay_behind_and_people_come_in_locked()
    {
        await using var corpus = await FilledAsync();
        await using (var context = corpus.Open())
        {
            var person = new Person
            {
                UserName = "ada",
                NormalizedUserName = "ADA",
                DisplayName = "Ada",
                Role = PersonRole.Administrator,
                CreatedAt = corpus.Clock.GetUtcNow().UtcDateTime,
                PasswordHash = "secret-hash",
                SecurityStamp = "secret-stamp",
            };
            context.Add(person);
            context.Add(new ApiToken
            {
                PersonId = 0,
                Person = person,
                Name = "mine",
                Hash = "secret-token",
                Scope = PersonRole.Editor,
                CreatedAt = corpus.Clock.GetUtcNow().UtcDateTime,
                ExpiresAt = corpus.Clock.GetUtcNow().UtcDateTime,
            });
            await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        }

        var archive = await corpus.ExportAsync("archive");
        await using var other = await EmptyAsync();
        await other.ImportAsync("corpus.rca.zip", archive);

        Assert.All(Entries(archive).Values, text => Assert.DoesNotContain("secret", text, StringComparison.Ordinal));
        await using var imported = other.Open();
        var came = await imported.Users.SingleAsync(TestContext.Current.CancellationToken);
        Assert.Equal(("Ada", PersonRole.Reader, true, null), (came.DisplayName, came.Role, came.IsLocked, came.PasswordHash));
    }

    [Fact]
    public async Task Every_column_of_the_model_is_in_the_archive()
    {
        await using var corpus = await FilledAsync();
        var tables = Entries(await corpus.ExportAsync("archive")).Keys.Where(path => path.StartsWith("tables/", StringComparison.Ordinal)).ToHashSet();
        await using var context = corpus.Open();

        var types = context.Model.GetEntityTypes()
            .Where(type => type.ClrType.Namespace == typeof(Document).Namespace && !ArchiveModel.LeftOut.Contains(type.ClrType)).ToList();

        Assert.NotEmpty(types);
        Assert.All(types, type => Assert.Contains($"tables/{System.Text.Json.JsonNamingPolicy.KebabCaseLower.ConvertName(type.GetTableName()!)}.jsonl", tables));
        // A property without a member of its own could be neither written nor read.
        Assert.All(types.SelectMany(type => type.GetProperties()), property => Assert.NotNull(property.PropertyInfo));
    }

    internal static async Task<TestCorpus> FilledAsync()
    {
        var corpus = await TestCorpus.StartAsync();
        await SampleEssays.StoreAsync(corpus);
        await using var context = corpus.Open();
        var undercut = await context.Relations.Include(relation => relation.FromPassage).FirstAsync(TestContext.Current.CancellationToken);
        var from = await context.Passages.FirstAsync(
            passage => passage.DocumentId == undercut.FromPassage.DocumentId && passage.Id != undercut.FromPassageId, TestContext.Current.CancellationToken);
        context.Relations.Add(new Relation { FromPassage = from, ToRelation = undercut, Kind = RelationKind.Undercuts, Origin = Origin.Person });
        await context.SaveChangesAsync(TestContext.Current.CancellationToken);
        return corpus;
    }

    internal static async Task<TestCorpus> EmptyAsync()
    {
        var corpus = await TestCorpus.StartAsync();
        await using var context = corpus.Open();
        // Not even the codebook that a new corpus starts with.
        await context.Themes.Where(theme => theme.ParentId != null).ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        await context.Themes.ExecuteDeleteAsync(TestContext.Current.CancellationToken);
        return corpus;
    }

    private static async Task<List<string>> TreeAsync(TestCorpus corpus)
    {
        await using var context = corpus.Open();
        return await context.Themes.OrderBy(theme => theme.Slug).Select(theme => theme.Slug + " < " + theme.Parent!.Slug).ToListAsync(TestContext.Current.CancellationToken);
    }

    private static Dictionary<string, string> Entries(byte[] archive)
    {
        using var zip = new ZipArchive(new MemoryStream(archive));
        return zip.Entries.ToDictionary(entry => entry.FullName, Text);
    }

    private static string Text(ZipArchiveEntry entry)
    {
        using var reader = new StreamReader(entry.Open());
        return reader.ReadToEnd();
    }

    private static byte[] Rewrite(byte[] archive, string path, Func<string, string> change)
    {
        using var stream = new MemoryStream();
        stream.Write(archive);
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            var entry = zip.GetEntry(path)!;
            var text = change(Text(entry));
            entry.Delete();
            using var writer = zip.CreateEntry(path).Open();
            writer.Write(Encoding.UTF8.GetBytes(text));
        }

        return stream.ToArray();
    }
}
