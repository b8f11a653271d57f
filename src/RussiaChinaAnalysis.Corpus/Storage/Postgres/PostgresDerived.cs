using Microsoft.EntityFrameworkCore;

namespace RussiaChinaAnalysis.Corpus.Storage.Postgres;

/// <summary>The search index, the counts of supports and attacks, and the triggers that keep both.</summary>
internal static class PostgresDerived
{
    /// <summary>Raised when <c>derived.sql</c> changes what is in the index or what is counted.</summary>
    private const int Version = 2;

    /// <summary>Several nodes may start at the same moment; any number that nobody else locks will do.</summary>
    private const long Lock = 0x436F72707573;

    private static readonly string Script = EmbeddedScript.Read(typeof(PostgresDerived), "derived.sql");

    public static async Task EnsureAsync(CorpusContext context, bool rebuild, CancellationToken cancellation)
    {
        if (!rebuild && await StoredVersionAsync(context, cancellation) == Version)
            return;
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await context.Database.ExecuteSqlAsync($"SELECT pg_advisory_xact_lock({Lock})", cancellation);
        await RunAsync(context, Script, cancellation);
        await RebuildAsync(context, cancellation);
        await context.Database.ExecuteSqlAsync(
            $"""
            DELETE FROM "DerivedVersion";
            INSERT INTO "DerivedVersion" VALUES ({Version});
            """, cancellation);
        await transaction.CommitAsync(cancellation);
    }

    /// <summary>Makes everything derived anew from the tables.</summary>
    public static Task RebuildAsync(CorpusContext context, CancellationToken cancellation) => RunAsync(
        context,
        """
        TRUNCATE "PassageSearch", "DocumentSizes";
        INSERT INTO "PassageSearch" ("PassageId", "Length", "Words")
        SELECT "Id", corpus_length(words), words
        FROM (SELECT "Id", to_tsvector('corpus', corpus_words("Quote")) AS words FROM "Passages") AS quotes;
        INSERT INTO "DocumentSizes" ("DocumentId", "Passages", "Words")
        SELECT "DocumentId", count(*), sum("Length")
        FROM "PassageSearch" JOIN "Passages" ON "Id" = "PassageId" GROUP BY "DocumentId";
        UPDATE "Passages" SET "SupportCount" = coalesce("Supports", 0), "AttackCount" = coalesce("Attacks", 0)
        FROM "Passages" AS kept LEFT JOIN "PassageBearings" ON kept."Id" = "PassageId"
        WHERE "Passages"."Id" = kept."Id"
            AND ("Passages"."SupportCount", "Passages"."AttackCount") <> (coalesce("Supports", 0), coalesce("Attacks", 0));
        """,
        cancellation);

    public static Task ContinueKeysAsync(CorpusContext context, CancellationToken cancellation) => RunAsync(
        context,
        """
        DO $$
        DECLARE
            identity record;
        BEGIN
            FOR identity IN
                SELECT table_name, column_name FROM information_schema.columns
                WHERE table_schema = current_schema() AND is_identity = 'YES'
            LOOP
                EXECUTE format(
                    'SELECT setval(pg_get_serial_sequence(%L, %L), coalesce(max(%I), 0) + 1, false) FROM %I',
                    quote_ident(identity.table_name), identity.column_name, identity.column_name, identity.table_name);
            END LOOP;
        END $$;
        """,
        cancellation);

    private static async Task<int?> StoredVersionAsync(CorpusContext context, CancellationToken cancellation)
    {
        var stored = await context.Database.SqlQueryRaw<bool>(
            """SELECT to_regclass('"DerivedVersion"') IS NOT NULL AS "Value" """).SingleAsync(cancellation);
        return stored
            ? await context.Database.SqlQueryRaw<int?>("""SELECT "Version" AS "Value" FROM "DerivedVersion" """).SingleOrDefaultAsync(cancellation)
            : null;
    }

    /// <summary>The braces of the script are its own, not places for parameters.</summary>
    private static async Task RunAsync(CorpusContext context, string script, CancellationToken cancellation)
    {
        await using var command = context.Database.GetDbConnection().CreateCommand();
        command.CommandText = script;
        await command.ExecuteNonQueryAsync(cancellation);
    }
}
