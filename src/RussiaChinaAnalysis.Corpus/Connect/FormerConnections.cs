using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Connect;

/// <summary>The connections that a document had when its comparison began, which the new ones replace.</summary>
internal sealed class FormerConnections
{
    /// <summary>Databases limit the parameters of a statement, and a book may have thousands of connections.</summary>
    private const int RowsAtATime = 500;

    private readonly CorpusContext context;
    private readonly IQueryable<Connection> connections;
    private readonly HashSet<int> ids;

    private FormerConnections(CorpusContext context, IQueryable<Connection> connections, HashSet<int> ids) =>
        (this.context, this.connections, this.ids) = (context, connections, ids);

    public static async Task<FormerConnections> ReadAsync(CorpusContext context, int document, CancellationToken cancellation)
    {
        var connections = context.Connections
            .Where(connection => connection.FirstDocumentId == document || connection.SecondDocumentId == document);
        return new(context, connections, await connections.Select(connection => connection.Id).ToHashSetAsync(cancellation));
    }

    /// <summary>
    /// Part of the caller's transaction. What the comparison of another document has found meanwhile stays: this one may
    /// have begun before that document could be found.
    /// </summary>
    public async Task ReplaceAsync(IEnumerable<Connection> found, CancellationToken cancellation)
    {
        var meanwhile = (await connections.Select(connection => new { connection.Id, connection.FirstPassageId, connection.SecondPassageId, connection.Kind })
            .ToListAsync(cancellation))
            .Where(connection => !ids.Contains(connection.Id))
            .Select(connection => (connection.FirstPassageId, connection.SecondPassageId, connection.Kind)).ToHashSet();
        foreach (var part in ids.Chunk(RowsAtATime))
            await context.Connections.Where(connection => part.Contains(connection.Id)).ExecuteDeleteAsync(cancellation);
        context.AddRange(found.Where(connection => !meanwhile.Contains((connection.FirstPassageId, connection.SecondPassageId, connection.Kind))));
        await context.SaveChangesAsync(cancellation);
    }
}
