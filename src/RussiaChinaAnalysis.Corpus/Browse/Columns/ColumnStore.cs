using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse.Columns;

/// <summary>
/// Keeps the latest columns. Whoever opens a snapshot of the corpus gets the columns of that very snapshot: the database
/// stamps every change, and only documents with a stamp beyond that of the columns are read again. So every process that
/// shares the database sees every change at its next request.
/// </summary>
public sealed class ColumnStore(BrowseContexts contexts) : IDisposable
{
    /// <summary>After so many tries the stamps run backwards: the database was put back to an earlier state.</summary>
    private const int Patience = 4;

    /// <summary>More changed documents than this are not worth asking for one by one.</summary>
    private const int MostUpdated = 2000;

    private readonly SemaphoreSlim updating = new(1);
    private ColumnTables tables = new();
    private volatile CorpusColumns? latest;

    internal async Task<CorpusSnapshot> OpenAsync(CancellationToken cancellation)
    {
        for (var attempt = 1; ; attempt++)
        {
            var context = contexts.CreateDbContext();
            IDbContextTransaction? transaction = null;
            try
            {
                transaction = await context.BeginSnapshotAsync(cancellation);
                if (await AtAsync(context, mayGoBack: attempt > Patience, cancellation) is { } columns)
                    return new CorpusSnapshot(context, transaction, columns);
            }
            catch
            {
                await CloseAsync();
                throw;
            }

            // Somebody with a later snapshot was quicker.
            await CloseAsync();

            async Task CloseAsync()
            {
                if (transaction is not null)
                    await transaction.DisposeAsync();
                await context.DisposeAsync();
            }
        }
    }

    public void Dispose() => updating.Dispose();

    /// <summary>Null when the columns are beyond the snapshot already.</summary>
    private async Task<CorpusColumns?> AtAsync(CorpusContext context, bool mayGoBack, CancellationToken cancellation)
    {
        var stamp = await context.DocumentChanges.MaxAsync(change => (long?)change.Stamp, cancellation) ?? 0;
        if (latest is { } columns && columns.Stamp == stamp)
            return columns;
        await updating.WaitAsync(cancellation);
        try
        {
            columns = latest;
            if (columns is not null && columns.Stamp == stamp)
                return columns;
            if (columns is null || columns.Stamp > stamp && mayGoBack)
                return latest = await LoadAsync(context, stamp, cancellation);
            return columns.Stamp > stamp ? null : latest = await UpdateAsync(context, columns, stamp, cancellation);
        }
        finally
        {
            updating.Release();
        }
    }

    private async Task<CorpusColumns> LoadAsync(CorpusContext context, long stamp, CancellationToken cancellation)
    {
        // Combinations that no passage has any more are forgotten.
        tables = new ColumnTables();
        var documents = await new ColumnReader(context, tables).AllAsync(cancellation);
        return Assemble(stamp, await ThemeIndex.ReadAsync(context, cancellation), documents);
    }

    private async Task<CorpusColumns> UpdateAsync(CorpusContext context, CorpusColumns known, long stamp, CancellationToken cancellation)
    {
        var changed = await context.DocumentChanges.Where(change => change.Stamp > known.Stamp)
            .Select(change => change.DocumentId).ToHashSetAsync(cancellation);
        var themes = changed.Remove(DocumentChange.Codebook) ? await ThemeIndex.ReadAsync(context, cancellation) : known.ThemeIndex;
        if (changed.Count > MostUpdated)
            return await LoadAsync(context, stamp, cancellation);
        if (changed.Count == 0)
            return Assemble(stamp, themes, known.Documents);
        var fresh = await new ColumnReader(context, tables).OfAsync(changed, cancellation);
        return Assemble(stamp, themes, [.. known.Documents.Where(document => !changed.Contains(document.Id)), .. fresh]);
    }

    private CorpusColumns Assemble(long stamp, ThemeIndex themes, IEnumerable<DocumentColumns> documents)
    {
        DocumentColumns[] sorted = [.. documents];
        Array.Sort(sorted, DocumentColumns.ByTitle);
        return new CorpusColumns(stamp, themes, sorted, tables.Labels, tables.ThemeSets);
    }
}

/// <summary>The corpus at one moment: its columns, and a context whose queries see the same.</summary>
internal sealed class CorpusSnapshot(CorpusContext context, IDbContextTransaction transaction, CorpusColumns columns) : IAsyncDisposable
{
    public CorpusContext Context => context;

    public CorpusColumns Columns => columns;

    public async ValueTask DisposeAsync()
    {
        await transaction.DisposeAsync();
        await context.DisposeAsync();
    }
}
