using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Comparison;
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

    private readonly HashSet<(int Passage, int Other)> surestOfOthers;

    private FormerConnections(CorpusContext context, IQueryable<Connection> connections, HashSet<int> ids, HashSet<(int, int)> surestOfOthers) =>
        (this.context, this.connections, this.ids, this.surestOfOthers) = (context, connections, ids, surestOfOthers);

    /// <summary>By passage of the document, the passages of others that have their connection with it among their surest.</summary>
    public ILookup<int, int> Partners => surestOfOthers.ToLookup(pair => pair.Passage, pair => pair.Other);

    public static async Task<FormerConnections> ReadAsync(CorpusContext context, int document, CancellationToken cancellation)
    {
        var connections = context.Connections
            .Where(connection => connection.FirstDocumentId == document || connection.SecondDocumentId == document);
        return new(
            context,
            connections,
            await connections.Select(connection => connection.Id).ToHashSetAsync(cancellation),
            [.. await FromFirstAsync(context, document, cancellation), .. await FromSecondAsync(context, document, cancellation)]);
    }

    /// <summary>Whether the other passage has, or had, its connection with this passage of the document among its surest.</summary>
    public bool IsSurestOfOther(int passage, int other) => surestOfOthers.Contains((passage, other));

    private static async Task<List<(int, int)>> FromFirstAsync(CorpusContext context, int document, CancellationToken cancellation) =>
        [.. (await context.Connections
            .Where(connection => connection.FirstDocumentId == document)
            .Where(connection =>
                context.Connections.Count(other => other.FirstPassageId == connection.SecondPassageId
                    && (other.Score > connection.Score || (other.Score == connection.Score && other.SecondPassageId < connection.FirstPassageId)))
                + context.Connections.Count(other => other.SecondPassageId == connection.SecondPassageId
                    && (other.Score > connection.Score || (other.Score == connection.Score && other.FirstPassageId < connection.FirstPassageId)))
                < ComparisonLimits.MostForOnePassage)
            .Select(connection => new { Passage = connection.FirstPassageId, Other = connection.SecondPassageId })
            .ToListAsync(cancellation)).Select(pair => (pair.Passage, pair.Other))];

    private static async Task<List<(int, int)>> FromSecondAsync(CorpusContext context, int document, CancellationToken cancellation) =>
        [.. (await context.Connections
            .Where(connection => connection.SecondDocumentId == document)
            .Where(connection =>
                context.Connections.Count(other => other.FirstPassageId == connection.FirstPassageId
                    && (other.Score > connection.Score || (other.Score == connection.Score && other.SecondPassageId < connection.SecondPassageId)))
                + context.Connections.Count(other => other.SecondPassageId == connection.FirstPassageId
                    && (other.Score > connection.Score || (other.Score == connection.Score && other.FirstPassageId < connection.SecondPassageId)))
                < ComparisonLimits.MostForOnePassage)
            .Select(connection => new { Passage = connection.SecondPassageId, Other = connection.FirstPassageId })
            .ToListAsync(cancellation)).Select(pair => (pair.Passage, pair.Other))];

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
