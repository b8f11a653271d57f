using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Storage.Sqlite;
using RussiaChinaAnalysis.Corpus.Storage.Transfer;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Storage.Transfer;

public sealed class CorpusBackupTests : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private TestCorpus corpus = null!;

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private string Backup => Path.Combine(folder.Path, "backups", "corpus.db");

    public async ValueTask InitializeAsync()
    {
        corpus = await TestCorpus.StartAsync(StorageProvider.Sqlite);
        await SampleEssays.StoreAsync(corpus);
    }

    public async ValueTask DisposeAsync()
    {
        await corpus.DisposeAsync();
        folder.Dispose();
    }

    [Fact]
    public async Task What_was_backed_up_comes_back()
    {
        var made = Assert.IsType<BackupResult.Done>(await corpus.Get<CorpusBackup>().BackUpAsync(Backup, Cancellation));
        await using var storage = await TestStorage.CreateAsync(StorageProvider.Sqlite);
        await using var other = TestCorpus.On(storage);

        var restored = Assert.IsType<BackupResult.Done>(await other.Get<CorpusBackup>().RestoreAsync(Backup, replaces: false, Cancellation));

        Assert.Equal(made.Digest.Hash, restored.Digest.Hash);
        Assert.Equal(SampleEssays.DocumentCount * SampleEssays.PassagesEach, (await ListAsync(other)).Total);
    }

    [Fact]
    public async Task A_backup_is_of_one_moment_while_people_work()
    {
        using var stop = new CancellationTokenSource();
        var work = Task.Run(async () =>
        {
            // Every transaction gives all passages of a document one status.
            for (var round = 0; !stop.IsCancellationRequested; round++)
            {
                await using var context = corpus.Open();
                foreach (var passage in context.Passages.Where(passage => passage.DocumentId == 1).ToList())
                    passage.Status = (Status)(round % 3);
                await context.SaveChangesAsync(Cancellation);
            }
        }, Cancellation);
        while ((await ListAsync(corpus)).Rows.Where(row => row.DocumentId == 1).Select(row => row.Status).Distinct().Count() > 1)
            await Task.Delay(5, Cancellation);

        Assert.IsType<BackupResult.Done>(await corpus.Get<CorpusBackup>().BackUpAsync(Backup, Cancellation));

        await stop.CancelAsync();
        await work;
        await using var storage = await TestStorage.CreateAsync(StorageProvider.Sqlite);
        await using var other = TestCorpus.On(storage);
        await other.Get<CorpusBackup>().RestoreAsync(Backup, replaces: false, Cancellation);
        Assert.Single((await ListAsync(other)).Rows.Where(row => row.DocumentId == 1).Select(row => row.Status).Distinct());
    }

    [Fact]
    public async Task A_damaged_backup_never_becomes_the_corpus()
    {
        await corpus.Get<CorpusBackup>().BackUpAsync(Backup, Cancellation);
        var bytes = await File.ReadAllBytesAsync(Backup, Cancellation);
        bytes.AsSpan(bytes.Length / 2, 64).Fill(0x5A);
        await File.WriteAllBytesAsync(Backup, bytes, Cancellation);

        var result = await corpus.Get<CorpusBackup>().RestoreAsync(Backup, replaces: true, Cancellation);

        Assert.Contains(Backup, Assert.IsType<BackupResult.Refused>(result).Message, StringComparison.Ordinal);
        Assert.Equal(SampleEssays.DocumentCount * SampleEssays.PassagesEach, (await ListAsync(corpus)).Total);
    }

    [Fact]
    public async Task What_was_put_aside_is_never_overwritten()
    {
        await corpus.Get<CorpusBackup>().BackUpAsync(Backup, Cancellation);
        await using (var context = corpus.Open())
            await context.Documents.ExecuteUpdateAsync(document => document.SetProperty(row => row.Author, "Not in the backup"), Cancellation);

        for (var round = 0; round < 2; round++)
        {
            SqliteConnection.ClearAllPools();
            Assert.IsType<BackupResult.Done>(await corpus.Get<CorpusBackup>().RestoreAsync(Backup, replaces: true, Cancellation));
        }

        var database = await DatabaseAsync();
        Assert.Equal("Not in the backup", await AuthorAsync($"{database}.before-restore"));
        Assert.NotEqual("Not in the backup", await AuthorAsync($"{database}.before-restore-2"));
        Assert.NotEqual("Not in the backup", await AuthorAsync(database));
        Assert.Empty(Directory.GetFiles(Path.GetDirectoryName(database)!, "*.arriving*"));
    }

    [Fact]
    public async Task A_backup_that_cannot_be_copied_leaves_the_corpus_where_it_is()
    {
        await corpus.Get<CorpusBackup>().BackUpAsync(Backup, Cancellation);
        SqliteConnection.ClearAllPools();
        var database = await DatabaseAsync();
        // Nothing can be copied to where a folder lies.
        Directory.CreateDirectory($"{database}.arriving");

        await Assert.ThrowsAnyAsync<Exception>(() => corpus.Get<CorpusBackup>().RestoreAsync(Backup, replaces: true, Cancellation));

        Assert.True(File.Exists(database));
        Assert.Equal(SampleEssays.DocumentCount * SampleEssays.PassagesEach, (await ListAsync(corpus)).Total);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_backup_from_before_an_upgrade_is_restored_in_the_form_of_today(bool hasHashOfRows)
    {
        var former = Path.Combine(folder.Path, "former.db");
        await using (var context = new SqliteCorpusContext(SqliteCorpus.Options(former)))
        {
            await context.GetService<IMigrator>().MigrateAsync(context.Database.GetMigrations().First(), Cancellation);
            await context.Database.ExecuteSqlAsync($"INSERT INTO Documents (Title, TitleKey, Source, CurrentVersion, ImportedAt, ConcurrencyToken) VALUES ('On mills', 'ON MILLS', 'mills.md', 1, '2025-01-01 00:00:00', '6F9619FF-8B86-D011-B42D-00C04FC964FF')", Cancellation);
            var made = Assert.IsType<BackupResult.Done>(await SqliteBackup.BackUpAsync(context, Backup, Cancellation));
            Assert.NotEmpty(await context.Database.GetPendingMigrationsAsync(Cancellation));
            if (hasHashOfRows)
                await File.WriteAllTextAsync(SqliteBackup.HashFileOf(Backup), made.Digest.Hash + "\n", Cancellation);
        }

        await using var storage = await TestStorage.CreateAsync(StorageProvider.Sqlite);
        await using var other = TestCorpus.On(storage);
        Assert.IsType<BackupResult.Done>(await other.Get<CorpusBackup>().RestoreAsync(Backup, replaces: false, Cancellation));

        await using var restored = other.Open();
        Assert.Empty(await restored.Database.GetPendingMigrationsAsync(Cancellation));
        Assert.Equal("On mills", (await restored.Documents.SingleAsync(Cancellation)).Title);
    }

    [Fact]
    public async Task A_corpus_in_use_is_not_replaced()
    {
        await corpus.Get<CorpusBackup>().BackUpAsync(Backup, Cancellation);
        await using var context = corpus.Open();
        await using var reading = await context.BeginSnapshotAsync(Cancellation);
        Assert.NotEmpty(context.Passages.Take(1).ToList());

        var result = await corpus.Get<CorpusBackup>().RestoreAsync(Backup, replaces: true, Cancellation);

        Assert.Contains("in use", Assert.IsType<BackupResult.Refused>(result).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Nothing_is_overwritten()
    {
        await corpus.Get<CorpusBackup>().BackUpAsync(Backup, Cancellation);

        Assert.IsType<BackupResult.Refused>(await corpus.Get<CorpusBackup>().BackUpAsync(Backup, Cancellation));
        Assert.IsType<BackupResult.Refused>(await corpus.Get<CorpusBackup>().RestoreAsync(Backup, replaces: false, Cancellation));
    }

    private async Task<string> DatabaseAsync()
    {
        await using var context = corpus.Open();
        return context.Database.GetDbConnection().DataSource;
    }

    private static async Task<string?> AuthorAsync(string path)
    {
        await using var context = new SqliteCorpusContext(SqliteCorpus.Options(path));
        return await context.Documents.OrderBy(document => document.Id).Select(document => document.Author).FirstAsync(Cancellation);
    }

    private static Task<PassagePage> ListAsync(TestCorpus corpus) =>
        corpus.Passages.ListAsync(new PassageQuery(PassageFilter.Everything, Size: 200), Cancellation);
}
