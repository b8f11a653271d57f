using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse.Connections;

/// <summary>The connections of a document, each seen from its own passage.</summary>
internal static class ConnectionEnds
{
    /// <summary>More than these no page about one document shows.</summary>
    private const int Most = 500;

    /// <summary>All of them, however many a page shows.</summary>
    public static async Task<ConnectionTotals> CountAsync(CorpusContext context, int document, CancellationToken cancellation)
    {
        var first = context.Connections.Where(connection => connection.FirstDocumentId == document);
        var second = context.Connections.Where(connection => connection.SecondDocumentId == document);
        return new(
            await first.CountAsync(cancellation) + await second.CountAsync(cancellation),
            await first.Select(connection => connection.SecondDocumentId).Union(second.Select(connection => connection.FirstDocumentId))
                .CountAsync(cancellation));
    }

    /// <summary>The surest first.</summary>
    public static async Task<IReadOnlyList<ConnectionEnd>> OfAsync(CorpusContext context, int document, CancellationToken cancellation)
    {
        // One query for each side, since each runs along its own index.
        var first = await context.Connections
            .Where(connection => connection.FirstDocumentId == document)
            .OrderByDescending(connection => connection.Score).ThenByDescending(connection => connection.Id)
            .Take(Most)
            .Select(connection => new ConnectionEnd(
                connection.FirstPassageId, connection.Kind, connection.Score,
                connection.SecondPassageId, connection.SecondPassage.Quote, connection.SecondDocumentId, connection.SecondPassage.Document.Title))
            .ToListAsync(cancellation);
        var second = await context.Connections
            .Where(connection => connection.SecondDocumentId == document)
            .OrderByDescending(connection => connection.Score).ThenByDescending(connection => connection.Id)
            .Take(Most)
            .Select(connection => new ConnectionEnd(
                connection.SecondPassageId, connection.Kind, connection.Score,
                connection.FirstPassageId, connection.FirstPassage.Quote, connection.FirstDocumentId, connection.FirstPassage.Document.Title))
            .ToListAsync(cancellation);
        return [.. first.Concat(second).OrderByDescending(end => end.Score).ThenBy(end => end.OtherId).Take(Most)];
    }
}
