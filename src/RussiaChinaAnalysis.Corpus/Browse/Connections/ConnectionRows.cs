using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse.Connections;

/// <summary>Gathers connections with the two passages of each.</summary>
internal sealed class ConnectionRows(CorpusContext context, ThemeIndex themes)
{
    private readonly PassageRows passages = new(context, themes);

    /// <summary>In the order of the connections given.</summary>
    public async Task<IReadOnlyList<ConnectionRow>> ReadAsync(IReadOnlyList<Connection> connections, CancellationToken cancellation)
    {
        var ids = connections.SelectMany(connection => new[] { connection.FirstPassageId, connection.SecondPassageId }).Distinct().ToList();
        var rows = (await passages.ReadAsync(ids, cancellation)).ToDictionary(row => row.Id);
        return [.. connections.Select(connection => Row(connection, rows[connection.FirstPassageId], rows[connection.SecondPassageId]))];
    }

    /// <summary>Those of one passage, the surest first.</summary>
    public async Task<IReadOnlyList<ConnectionRow>> OfAsync(int passage, int limit, CancellationToken cancellation)
    {
        var connections = await context.Connections.AsNoTracking()
            .Where(connection => connection.FirstPassageId == passage || connection.SecondPassageId == passage)
            .OrderByDescending(connection => connection.Score).ThenByDescending(connection => connection.Id)
            .Take(limit)
            .ToListAsync(cancellation);
        return await ReadAsync(connections, cancellation);
    }

    private static ConnectionRow Row(Connection connection, PassageRow first, PassageRow second) => new(
        connection.Id,
        connection.Kind,
        connection.Score,
        first with { Hits = Hits(connection.Signs.Select(sign => sign.First), first) },
        second with { Hits = Hits(connection.Signs.Select(sign => sign.Second), second) },
        [.. connection.Signs.Select(sign => new ConnectionReason(
            sign.Rule, Words(sign.First, first), Words(sign.Second, second), sign.Weight, sign.Explanation))]);

    private static string? Words(TextSpan span, PassageRow passage) =>
        !span.IsEmpty && passage.Span.Contains(span) ? Local(span, passage).Of(passage.Quote) : null;

    /// <summary>Without those that are the whole passage, in order, each word once.</summary>
    private static ImmutableArray<TextSpan> Hits(IEnumerable<TextSpan> spans, PassageRow passage)
    {
        var hits = ImmutableArray.CreateBuilder<TextSpan>();
        foreach (var span in spans.Where(span => !span.IsEmpty && passage.Span.Contains(span) && span != passage.Span).Order())
        {
            if (hits.Count == 0 || Local(span, passage).Start >= hits[^1].End)
                hits.Add(Local(span, passage));
        }

        return hits.ToImmutable();
    }

    private static TextSpan Local(TextSpan span, PassageRow passage) =>
        new(span.Start - passage.Span.Start, span.End - passage.Span.Start);
}
