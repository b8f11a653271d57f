using System.Buffers.Text;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Browse.Filters;

namespace RussiaChinaAnalysis.Corpus.Storage.Sqlite;

/// <summary>FTS5 with bm25. Terms reach it quoted, so that nothing in them is an operator.</summary>
internal sealed class SqlitePassageSearch(SqliteCorpusContext context) : PassageSearch
{
    private const int MostGoneThrough = 10_000;

    private const string Marked =
        "SELECT rowid AS PassageId, highlight(PassageSearch, 0, {0}, {1}) AS Text FROM PassageSearch WHERE PassageSearch MATCH {2} AND ";

    /// <summary>FTS5 looks each of them up, and begins the whole search anew for it; with a plus before it, it goes through all that it finds.</summary>
    private const string AmongIds = "rowid IN (SELECT value FROM json_each({3}))";

    public override IQueryable<SearchHit> Find(SearchQuery query)
    {
        var match = Match(query);
        return context.Database.SqlQuery<SearchHit>(
            $"SELECT rowid AS PassageId, bm25(PassageSearch) AS Rank FROM PassageSearch WHERE PassageSearch MATCH {match}");
    }

    /// <summary>As one value: half a million rows one by one would take three times as long.</summary>
    public override async Task<int[]> FindAllAsync(SearchQuery query, CancellationToken cancellation)
    {
        var match = Match(query);
        var written = await context.Database.SqlQuery<byte[]?>(
            $"SELECT CAST(group_concat(rowid) AS BLOB) AS Value FROM PassageSearch WHERE PassageSearch MATCH {match}").SingleAsync(cancellation);
        var passages = new List<int>();
        for (var rest = written.AsSpan(); Utf8Parser.TryParse(rest, out int passage, out var length); rest = rest[Math.Min(length + 1, rest.Length)..])
            passages.Add(passage);
        return [.. passages];
    }

    public override async Task<IReadOnlyDictionary<int, IReadOnlyList<TextSpan>>> HighlightAsync(
        SearchQuery query, IReadOnlyCollection<int> passages, int found, CancellationToken cancellation)
    {
        // Marks that no text holds by chance or by design.
        var opening = Guid.NewGuid().ToString("N");
        var closing = Guid.NewGuid().ToString("N");
        var match = Match(query);
        var ids = JsonSerializer.Serialize(passages);
        var marked = context.Database.SqlQueryRaw<MarkedQuote>(
            found <= MostGoneThrough ? Marked + "+" + AmongIds : Marked + AmongIds, opening, closing, match, ids);
        return await marked.ToDictionaryAsync(quote => quote.PassageId, quote => Spans(quote.Text, opening, closing), cancellation);
    }

    private static string Match(SearchQuery query) =>
        string.Join(query.Any ? " OR " : " ", query.Terms.Select(Quote));

    private static string Quote(string term) => $"\"{term.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static IReadOnlyList<TextSpan> Spans(string marked, string opening, string closing)
    {
        var spans = new List<TextSpan>();
        var removed = 0;
        var position = 0;
        while (marked.IndexOf(opening, position, StringComparison.Ordinal) is var start and >= 0)
        {
            var end = marked.IndexOf(closing, start + opening.Length, StringComparison.Ordinal);
            spans.Add(new TextSpan(start - removed, end - removed - opening.Length));
            removed += opening.Length + closing.Length;
            position = end + closing.Length;
        }

        return spans;
    }

    private sealed record MarkedQuote(int PassageId, string Text);
}
