namespace RussiaChinaAnalysis.Corpus.Storage;

/// <summary>What keeps the corpus.</summary>
public enum StorageProvider
{
    /// <summary>One file, for one program on one machine.</summary>
    Sqlite,

    /// <summary>A PostgreSQL server, for several programs on several machines.</summary>
    Postgres,
}
