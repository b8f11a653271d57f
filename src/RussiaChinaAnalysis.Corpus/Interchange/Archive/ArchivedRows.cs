using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Interchange.Archive;

/// <summary>Which row of the corpus each row of an archive has become.</summary>
internal sealed class ArchivedRows(CorpusContext context)
{
    /// <summary>No row has this number; as a person it stands for the program.</summary>
    public const long Nothing = 0;

    private readonly Dictionary<(string Table, long Number), long> ids = [];
    private readonly HashSet<(string Table, long Number)> left = [];

    public void Add(ArchiveTable table, long number, long id) => ids[(table.Name, number)] = id;

    /// <summary>It is not taken in, and neither is what is a part of it.</summary>
    public void Leave(ArchiveTable table, long number) => left.Add((table.Name, number));

    public bool IsLeft((string Table, long Number) row) => left.Contains(row);

    public long? Find(ArchiveTable table, long number) => ids.TryGetValue((table.Name, number), out var id) ? id : null;

    /// <summary>A row that is gone gets a number that no other row will ever have.</summary>
    /// <returns><see cref="Nothing"/> for a row that was left out and has no counterpart.</returns>
    public async Task<long> FindOrReserveAsync(ArchiveTable table, long number, CancellationToken cancellation)
    {
        if (Find(table, number) is { } id)
            return id;
        if (number == Nothing || IsLeft((table.Name, number)))
            return Nothing;
        id = await context.ReserveKeyAsync(table.Type, cancellation);
        Add(table, number, id);
        return id;
    }
}
