namespace RussiaChinaAnalysis.Corpus.Storage;

/// <summary>What was compared before the database kept what is still to be compared.</summary>
internal static class FormerComparisons
{
    /// <summary>
    /// Words were counted with the first comparison. A version whose passages were changed after the latest is to be
    /// compared anew, also where one change was about several documents.
    /// </summary>
    public const string Sql =
        """
        UPDATE "DocumentVersions" SET "AreWordsCounted" = TRUE WHERE "ConnectedAt" IS NOT NULL;

        UPDATE "DocumentVersions" SET "UncomparedChange" = '00000000-0000-0000-0000-000000000001'
        WHERE "Id" IN (
            SELECT version."Id"
            FROM "ChangedRows" AS changed
            JOIN "Changes" AS change ON change."Id" = changed."ChangeId"
            JOIN "Passages" AS passage ON passage."Id" = CAST(changed."Key" AS integer)
            JOIN "DocumentVersions" AS version ON version."Id" = passage."VersionId"
            WHERE changed."Entity" = 'Passage' AND change."At" > version."ConnectedAt");
        """;
}
