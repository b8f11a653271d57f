using System.Globalization;
using Microsoft.EntityFrameworkCore;

namespace RussiaChinaAnalysis.Corpus.Storage.Sqlite;

/// <summary>The search index, the counts of supports and attacks, and the triggers that keep both.</summary>
internal static class SqliteDerived
{
    /// <summary>Raised when <c>derived.sql</c> changes what is in the index or what is counted; kept in the file as <c>user_version</c>.</summary>
    private const int Version = 2;

    private static readonly string Script = EmbeddedScript.Read(typeof(SqliteDerived), "derived.sql");

    public static async Task EnsureAsync(CorpusContext context, bool rebuild, CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var outdated = await StoredVersionAsync(context, cancellation) != Version;
        if (outdated)
            await context.Database.ExecuteSqlRawAsync("DROP TABLE IF EXISTS PassageSearch;", cancellation);
        await context.Database.ExecuteSqlRawAsync(Script, cancellation);
        if (outdated || rebuild)
            await RebuildAsync(context, cancellation);
        await context.Database.ExecuteSqlRawAsync(
            string.Create(CultureInfo.InvariantCulture, $"PRAGMA user_version = {Version};"), cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Makes everything derived anew from the tables.</summary>
    public static async Task RebuildAsync(CorpusContext context, CancellationToken cancellation)
    {
        await context.Database.ExecuteSqlRawAsync(
            "INSERT INTO PassageSearch (PassageSearch) VALUES ('rebuild');", cancellation);
        await context.Database.ExecuteSqlRawAsync(
            """
            UPDATE Passages SET
                SupportCount = COALESCE((SELECT Supports FROM PassageBearings WHERE PassageId = Passages.Id), 0),
                AttackCount = COALESCE((SELECT Attacks FROM PassageBearings WHERE PassageId = Passages.Id), 0);
            """, cancellation);
    }

    private static Task<int> StoredVersionAsync(CorpusContext context, CancellationToken cancellation) =>
        context.Database.SqlQueryRaw<int>("SELECT user_version AS Value FROM pragma_user_version").SingleAsync(cancellation);
}
