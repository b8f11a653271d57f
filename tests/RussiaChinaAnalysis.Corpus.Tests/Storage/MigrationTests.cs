using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Migrations;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Storage.Postgres;
using RussiaChinaAnalysis.Corpus.Storage.Sqlite;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Storage;

public sealed class MigrationTests
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    [Fact]
    public async Task The_model_has_no_change_without_a_migration()
    {
        await using CorpusContext sqlite = new SqliteCorpusContext(SqliteCorpus.Options("absent.db"));
        await using CorpusContext postgres = new PostgresCorpusContext(PostgresCorpus.Options("Host=absent"));

        Assert.All([sqlite, postgres], context => Assert.False(
            context.Database.HasPendingModelChanges(), $"Add one: dotnet ef migrations add NAME --context {context.GetType().Name}"));
    }

    [Fact]
    public async Task Every_migration_leaves_the_triggers_and_the_search_in_place()
    {
        using var folder = new TemporaryFolder();
        await using var context = new SqliteCorpusContext(SqliteCorpus.Options(Path.Combine(folder.Path, "corpus.db")));
        var migrations = context.Database.GetMigrations().ToList();
        Assert.NotEmpty(migrations);

        List<string>? triggers = null;
        foreach (var migration in migrations)
        {
            await context.GetService<IMigrator>().MigrateAsync(migration, Cancellation);
            await SqliteDerived.EnsureAsync(context, rebuild: true, Cancellation);
            triggers ??= await TriggersAsync(context);
            Assert.Contains("PassageSearch_Update", triggers);
            Assert.Equal(triggers, await TriggersAsync(context));
        }
    }

    [Fact]
    public async Task A_rebuilt_table_gets_its_triggers_back_at_the_next_start()
    {
        await using var corpus = await TestCorpus.StartAsync(StorageProvider.Sqlite);
        await SampleEssays.StoreAsync(corpus);
        await using var context = corpus.Open();
        var triggers = await TriggersAsync(context);
        // What a table rebuild in a migration does to triggers.
        foreach (var trigger in triggers)
            await ExecuteAsync(context, $"DROP TRIGGER {trigger}");

        await corpus.Get<CorpusStartup>().RunAsync(progress: null, Cancellation);

        Assert.Equal(triggers, await TriggersAsync(context));
        await ExecuteAsync(context, "UPDATE Passages SET Quote = 'Zebras' WHERE Id = 1");
        Assert.Equal(1, (await FindZebrasAsync(corpus)).Total);
    }

    [Theory]
    [InlineData(StorageProvider.Sqlite, "DROP TRIGGER PassageSearch_Update")]
    [InlineData(StorageProvider.Postgres, """ALTER TABLE "Passages" DISABLE TRIGGER "Passages_Updated" """)]
    public async Task What_is_derived_can_be_made_anew(StorageProvider provider, string disable)
    {
        await using var corpus = await TestCorpus.StartAsync(provider);
        await SampleEssays.StoreAsync(corpus);
        await using var context = corpus.Open();
        var counts = await SupportCountsAsync(context);
        await ExecuteAsync(context, disable);
        await ExecuteAsync(context, """UPDATE "Passages" SET "SupportCount" = 99, "Quote" = CASE "Id" WHEN 1 THEN 'Zebras' ELSE "Quote" END""");
        Assert.Equal(0, (await FindZebrasAsync(corpus)).Total);

        await context.RebuildDerivedAsync(Cancellation);

        Assert.Equal(1, (await FindZebrasAsync(corpus)).Total);
        Assert.Equal(counts, await SupportCountsAsync(context));
        await TestStorage.AssertSoundAsync(context, Cancellation);
    }

    [Fact]
    public async Task A_second_start_changes_nothing()
    {
        await using var corpus = await TestCorpus.StartAsync();
        await SampleEssays.StoreAsync(corpus);
        var before = await corpus.Overview.ReadAsync(Cancellation);

        await corpus.Get<CorpusStartup>().RunAsync(progress: null, Cancellation);

        var after = await corpus.Overview.ReadAsync(Cancellation);
        Assert.Equal((before.Documents, before.Passages), (after.Documents, after.Passages));
        Assert.True(before.Passages > 0);
    }

    private static Task<PassagePage> FindZebrasAsync(TestCorpus corpus) =>
        corpus.Passages.ListAsync(new PassageQuery(new PassageFilter { Search = "zebras" }), Cancellation);

    private static Task<List<int>> SupportCountsAsync(CorpusContext context) =>
        context.Passages.OrderBy(passage => passage.Id).Select(passage => passage.SupportCount).ToListAsync(Cancellation);

    private static Task<List<string>> TriggersAsync(CorpusContext context) =>
        context.Database.SqlQueryRaw<string>("SELECT name AS Value FROM sqlite_master WHERE type = 'trigger' ORDER BY name").ToListAsync(Cancellation);

    private static Task<int> ExecuteAsync(CorpusContext context, string sql) => context.Database.ExecuteSqlRawAsync(sql, Cancellation);
}
