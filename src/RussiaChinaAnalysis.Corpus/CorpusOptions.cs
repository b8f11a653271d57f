using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus;

/// <summary>Where the corpus lies and what it takes in. Relative paths count from the working directory.</summary>
/// <param name="DatabasePath">The SQLite file. It and its folder are made when they are missing. Not used with PostgreSQL.</param>
/// <param name="CodebookPath">The file that a new corpus takes its themes from.</param>
/// <param name="SeedFolder">Everything in this folder is ingested at start; null for nothing. It need not exist.</param>
/// <param name="MaximumFileBytes">Larger files are refused. From 1 byte to 1 GiB.</param>
public sealed record CorpusOptions(string DatabasePath, string CodebookPath, string? SeedFolder, long MaximumFileBytes)
{
    private const int LargestLimit = 1 << 30;

    public StorageProvider Provider { get; init; }

    /// <summary>Given exactly with PostgreSQL. A database that does not exist is made, if its user may.</summary>
    public string? ConnectionString { get; init; }

    /// <summary>A replica that lists and searches read; null to read where is written.</summary>
    public string? ReadConnectionString { get; init; }

    /// <summary>How long files that were handed in wait to be confirmed.</summary>
    public TimeSpan StagedFor { get; init; } = TimeSpan.FromDays(14);

    /// <summary>Every mistake, each with the name of the option that holds it.</summary>
    public IEnumerable<string> Problems()
    {
        if (Provider == StorageProvider.Postgres && string.IsNullOrWhiteSpace(ConnectionString))
            yield return $"{nameof(ConnectionString)} is empty; say where the PostgreSQL database is.";
        if (string.IsNullOrWhiteSpace(DatabasePath))
            yield return $"{nameof(DatabasePath)} is empty; name the SQLite file.";
        else if (Directory.Exists(DatabasePath))
            yield return $"{nameof(DatabasePath)} is a folder ({DatabasePath}); name a file in it.";
        if (string.IsNullOrWhiteSpace(CodebookPath))
            yield return $"{nameof(CodebookPath)} is empty; name the codebook file.";
        else if (Directory.Exists(CodebookPath))
            yield return $"{nameof(CodebookPath)} is a folder ({CodebookPath}); name the codebook file.";
        if (SeedFolder is not null && File.Exists(SeedFolder))
            yield return $"{nameof(SeedFolder)} is a file ({SeedFolder}); name a folder.";
        if (MaximumFileBytes is < 1 or > LargestLimit)
            yield return $"{nameof(MaximumFileBytes)} is {MaximumFileBytes}; it must be from 1 to {LargestLimit}.";
    }
}
