using System.Globalization;
using System.Runtime.CompilerServices;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse.Connections;

/// <summary>Answers about what passages of different documents have in common. Safe to use from several threads.</summary>
public sealed class ConnectionBrowser(IDbContextFactory<CorpusContext> contexts)
{
    /// <summary>More documents than this no list of choices can hold.</summary>
    private const int MostDocuments = 100;

    private const int StreamPart = PageSize.Largest;

    /// <summary>What the query names and the corpus does not hold is left out and said in <see cref="ConnectionPage.Problems"/>.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The page size is not from 1 to 200.</exception>
    public async Task<ConnectionPage> ListAsync(ConnectionQuery query, CancellationToken cancellation)
    {
        PageSize.Check(query.Size);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var themes = await ThemeIndex.ReadAsync(context, cancellation);
        var problems = new List<string>();
        var filter = await KnownAsync(context, themes, query.Filter, problems, cancellation);
        var selection = new ConnectionSelection(context, themes, filter);

        var connections = await Follow(selection.Connections(), Cursor(query.After, problems))
            .Take(query.Size + 1).AsNoTracking().ToListAsync(cancellation);
        var more = connections.Count > query.Size;
        if (more)
            connections.RemoveAt(query.Size);
        var kinds = await CountKindsAsync(selection, cancellation);
        return new(
            await new ConnectionRows(context, themes).ReadAsync(connections, cancellation),
            kinds.Where(kind => filter.Kind is null || kind.Kind == filter.Kind).Sum(kind => kind.Count),
            more ? string.Create(CultureInfo.InvariantCulture, $"{connections[^1].Score:R}-{connections[^1].Id}") : null,
            kinds,
            await DocumentsAsync(context, selection, filter, cancellation),
            [.. themes.Entries.Select(theme => theme.Label)])
        {
            Filter = filter,
            Problems = problems,
        };
    }

    /// <summary>
    /// All that match, the surest first, without counts. The order is read once; the rows are read a part at a time, each
    /// as it is then, so that a slow reader holds up nothing.
    /// </summary>
    /// <param name="filter">What the corpus does not hold is left out.</param>
    public async IAsyncEnumerable<ConnectionRow> StreamAsync(ConnectionFilter filter, [EnumeratorCancellation] CancellationToken cancellation)
    {
        foreach (var part in (await OrderAsync(filter, cancellation)).Chunk(StreamPart))
        {
            foreach (var row in await ReadAsync(part, cancellation))
                yield return row;
        }
    }

    private async Task<List<int>> OrderAsync(ConnectionFilter asked, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var themes = await ThemeIndex.ReadAsync(context, cancellation);
        var filter = await KnownAsync(context, themes, asked, [], cancellation);
        return await Follow(new ConnectionSelection(context, themes, filter).Connections(), after: null)
            .Select(connection => connection.Id).ToListAsync(cancellation);
    }

    private async Task<IReadOnlyList<ConnectionRow>> ReadAsync(int[] ids, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var connections = await context.Connections.Where(connection => ids.Contains(connection.Id)).AsNoTracking()
            .ToDictionaryAsync(connection => connection.Id, cancellation);
        return await new ConnectionRows(context, await ThemeIndex.ReadAsync(context, cancellation))
            .ReadAsync([.. ids.Where(connections.ContainsKey).Select(id => connections[id])], cancellation);
    }

    private static IQueryable<Connection> Follow(IQueryable<Connection> connections, (double Score, int Id)? after)
    {
        // The first condition is implied by the second; it lets the database start in the middle of the index.
        if (after is var (score, id))
            connections = connections.Where(connection => connection.Score <= score && (connection.Score < score || connection.Id < id));
        return connections.OrderByDescending(connection => connection.Score).ThenByDescending(connection => connection.Id);
    }

    private static async Task<IReadOnlyList<KindCount>> CountKindsAsync(ConnectionSelection selection, CancellationToken cancellation)
    {
        var counts = await selection.Connections(ofAnyKind: true)
            .GroupBy(connection => connection.Kind)
            .Select(group => new { Kind = group.Key, Count = group.Count() })
            .ToDictionaryAsync(group => group.Kind, group => group.Count, cancellation);
        return [.. Enum.GetValues<ConnectionKind>().Select(kind => new KindCount(kind, counts.GetValueOrDefault(kind)))];
    }

    private static async Task<IReadOnlyList<DocumentChoice>> DocumentsAsync(
        CorpusContext context, ConnectionSelection selection, ConnectionFilter filter, CancellationToken cancellation)
    {
        var connections = selection.Connections(ofAnyDocument: true);
        var counts = await connections.Select(connection => connection.FirstDocumentId)
            .Concat(connections.Select(connection => connection.SecondDocumentId))
            .GroupBy(document => document)
            .OrderByDescending(group => group.Count()).ThenBy(group => group.Key)
            .Select(group => group.Key)
            .Take(MostDocuments)
            .ToListAsync(cancellation);
        var ids = counts.Concat(new[] { filter.Document, filter.Other }.OfType<int>()).Distinct().ToList();
        var titles = await context.Documents.Where(document => ids.Contains(document.Id))
            .ToDictionaryAsync(document => document.Id, document => document.Title, cancellation);
        return [.. ids.Where(titles.ContainsKey).Select(id => new DocumentChoice(id, titles[id]))];
    }

    private static async Task<ConnectionFilter> KnownAsync(
        CorpusContext context, ThemeIndex themes, ConnectionFilter filter, List<string> problems, CancellationToken cancellation)
    {
        if (filter.Theme is { } slug && themes.Find(slug) is null)
        {
            problems.Add($"There is no theme “{slug}” here; it was left out.");
            filter = filter with { Theme = null };
        }

        if (filter.Document is null && filter.Other is not null)
            filter = filter with { Document = filter.Other, Other = null };
        if (filter.Document == filter.Other)
            filter = filter with { Other = null };
        if (filter.Other is { } other && !await context.Documents.AnyAsync(document => document.Id == other, cancellation))
        {
            problems.Add($"There is no document {other} here; it was left out.");
            filter = filter with { Other = null };
        }

        if (filter.Document is { } one && !await context.Documents.AnyAsync(document => document.Id == one, cancellation))
        {
            problems.Add($"There is no document {one} here; it was left out.");
            filter = filter with { Document = filter.Other, Other = null };
        }

        return filter;
    }

    private static (double Score, int Id)? Cursor(string? text, List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(text))
            return null;
        if (text.LastIndexOf('-') is > 0 and var at
            && double.TryParse(text.AsSpan(0, at), NumberStyles.Float, CultureInfo.InvariantCulture, out var score) && double.IsFinite(score)
            && int.TryParse(text.AsSpan(at + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var id))
            return (score, id);
        problems.Add("The place in the list could not be read; this is the first page.");
        return null;
    }
}
