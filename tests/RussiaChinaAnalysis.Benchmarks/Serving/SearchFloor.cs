using System.Diagnostics;
using Microsoft.Data.Sqlite;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;

namespace RussiaChinaAnalysis.Benchmarks.Serving;

/// <summary>The least that a search can cost: its SQL, through the driver alone.</summary>
internal sealed class SearchFloor : IDisposable
{
    private readonly SqliteConnection connection;

    public SearchFloor(string database)
    {
        connection = new SqliteConnection($"Data Source={database}");
        connection.Open();
        var quotes = Strings("SELECT Quote FROM Passages WHERE Id % 97 = 7 LIMIT 40").ConvertAll(quote => quote.TrimEnd('.').Split(' '));
        // The longest word is of the highest rank.
        Rare = [.. quotes.Select(words => words.MaxBy(word => word.Length)!).Distinct()];
        Phrases = [.. quotes.Select(words => $"\"{words[1]} {words[2]} {words[3]}\"").Distinct()];
        Themes = Strings("SELECT Slug FROM Themes ORDER BY Id LIMIT 12");
    }

    public IReadOnlyList<string> Rare { get; }

    public IReadOnlyList<string> Phrases { get; }

    public IReadOnlyList<string> Themes { get; }

    /// <summary>One page of the best, and how many there are: milliseconds, the median of these searches, each asked once.</summary>
    public double Median(IReadOnlyCollection<string> searches)
    {
        var times = new List<double>();
        foreach (var search in searches)
        {
            var match = search.StartsWith('"') ? search : $"\"{search}\"";
            var started = Stopwatch.GetTimestamp();
            Read("SELECT p.*, d.Title FROM (SELECT rowid, rank FROM PassageSearch WHERE PassageSearch MATCH @match ORDER BY rank LIMIT 25) AS hit JOIN Passages AS p ON p.Id = hit.rowid JOIN Documents AS d ON d.Id = p.DocumentId", match);
            Read("SELECT count(*) FROM PassageSearch WHERE PassageSearch MATCH @match", match);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }

        times.Sort();
        return times[times.Count / 2];
    }

    /// <summary>Where pages of the list begin, one after the other from this place on.</summary>
    public IReadOnlyList<PageCursor> Cursors(int place, int pages, int pageSize)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT d.TitleKey, d.Id, p.Ordinal, p.Id FROM Documents AS d JOIN Passages AS p ON p.DocumentId = d.Id ORDER BY d.TitleKey, d.Id, p.Ordinal, p.Id LIMIT @count OFFSET min(@place, (SELECT count(*) / 2 FROM Passages))";
        command.Parameters.AddWithValue("@place", place);
        command.Parameters.AddWithValue("@count", pages * pageSize);
        using var reader = command.ExecuteReader();
        var cursors = new List<PageCursor>();
        for (var row = 0; reader.Read(); row++)
        {
            if (row % pageSize == 0)
                cursors.Add(new PageCursor(PassageSort.Document, reader.GetString(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3)));
        }

        return cursors;
    }

    public void Dispose() => connection.Dispose();

    private void Read(string sql, string match)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        command.Parameters.AddWithValue("@match", match);
        using var reader = command.ExecuteReader();
        var row = new object[reader.FieldCount];
        while (reader.Read())
            reader.GetValues(row);
    }

    private List<string> Strings(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        using var reader = command.ExecuteReader();
        var values = new List<string>();
        while (reader.Read())
            values.Add(reader.GetString(0));
        return values;
    }
}
