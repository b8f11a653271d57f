using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Tests.Support;

/// <summary>Where one test keeps one corpus: a file, or a database of the private cluster.</summary>
internal sealed class TestStorage : IAsyncDisposable
{
    private readonly TemporaryFolder folder = new();

    private TestStorage(string? connectionString) => ConnectionString = connectionString;

    public string? ConnectionString { get; }

    /// <summary>The replica that corpora opened from now on browse; null for none.</summary>
    public string? ReadConnectionString { get; set; }

    public string DatabasePath => Path.Combine(folder.Path, "data", "corpus.db");

    public static Task<TestStorage> CreateAsync() => CreateAsync(PostgresServer.Chosen);

    public static async Task<TestStorage> CreateAsync(StorageProvider provider) =>
        new(provider == StorageProvider.Postgres ? await PostgresServer.CreateAsync() : null);

    public CorpusOptions Options(string codebook, string? seeds, long maximumFileBytes) =>
        new(DatabasePath, codebook, seeds, maximumFileBytes)
        {
            Provider = ConnectionString is null ? StorageProvider.Sqlite : StorageProvider.Postgres,
            ConnectionString = ConnectionString,
            ReadConnectionString = ReadConnectionString,
        };

    /// <summary>Fails where what the database keeps for itself does not fit the tables.</summary>
    public static async Task AssertSoundAsync(CorpusContext context, CancellationToken cancellation)
    {
        if (context.Database.IsNpgsql())
        {
            // The server checks foreign keys itself; what the triggers keep must be what they would make anew.
            Assert.Empty(await QueryAsync(
                """
                SELECT "Id" AS "Value" FROM "Passages" LEFT JOIN "PassageSearch" ON "PassageId" = "Id"
                WHERE "Words" IS DISTINCT FROM to_tsvector('corpus', corpus_words("Quote")) OR "Length" IS DISTINCT FROM corpus_length("Words")
                """));
            Assert.Empty(await QueryAsync(
                """
                SELECT coalesce(sizes."DocumentId", counted."DocumentId") AS "Value"
                FROM (SELECT "DocumentId", count(*) AS passages, sum("Length") AS words
                      FROM "PassageSearch" JOIN "Passages" ON "Id" = "PassageId" GROUP BY "DocumentId") AS counted
                FULL JOIN "DocumentSizes" AS sizes ON sizes."DocumentId" = counted."DocumentId"
                WHERE (passages, words) IS DISTINCT FROM (sizes."Passages"::bigint, sizes."Words"::bigint)
                """));
            return;
        }

        // FTS5 remembers per connection of which segments its index consists, and the check trusts that memory even after
        // another process has merged them, so it is asked on a connection that remembers nothing.
        SqliteConnection.ClearPool((SqliteConnection)context.Database.GetDbConnection());
        Assert.Equal(["ok"], await context.Database.SqlQueryRaw<string>("PRAGMA integrity_check").ToListAsync(cancellation));
        Assert.Empty(await context.Database.SqlQueryRaw<string>("SELECT \"table\" AS Value FROM pragma_foreign_key_check").ToListAsync(cancellation));
        await context.Database.ExecuteSqlRawAsync("INSERT INTO PassageSearch (PassageSearch, rank) VALUES ('integrity-check', 1)", cancellation);

        Task<List<int>> QueryAsync(string sql) =>
            context.Database.SqlQueryRaw<int>(sql).ToListAsync(cancellation);
    }

    public async ValueTask DisposeAsync()
    {
        if (ConnectionString is not null)
            await PostgresServer.DropAsync(ConnectionString);
        // Pooled connections would hold the file.
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}
