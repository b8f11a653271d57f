using System.Diagnostics;
using Microsoft.Data.Sqlite;
using RussiaChinaAnalysis.Corpus.Browse;

namespace RussiaChinaAnalysis.Benchmarks.Serving;

/// <summary>The least that a search can cost: its SQL, through the driver alone.</summary>
internal sealed class SearchFloor : IDisposable
{
    private readonly SqliteConnection connection;

    public SearchFloor(string database)
    {
        connection = new SqliteConnection($"Data Source={database}");
        connection.Open();
        var quote = (string)Scalar("SELECT Quote FROM Passages WHERE Id = 7")!;
        var words = quote.TrimEnd('.').Split(' ');
        // The longest word is of the highest rank.
        Rare = words.MaxBy(word => word.Length)!;
        Phrase = $"\"{words[1]} {words[2]} {words[3]}\"";
    }

    public string Rare { get; }

    public string Phrase { get; }

    /// <summary>One page of the best, and how many there are: milliseconds.</summary>
    public double Median(string search, TimeSpan duration)
    {
        var match = search.StartsWith('"') ? search : $"\"{search}\"";
        var times = new List<double>();
        var all = Stopwatch.GetTimestamp();
        do
        {
            var started = Stopwatch.GetTimestamp();
            Read("SELECT p.*, d.Title FROM (SELECT rowid, rank FROM PassageSearch WHERE PassageSearch MATCH @match ORDER BY rank LIMIT 25) AS hit JOIN Passages AS p ON p.Id = hit.rowid JOIN Documents AS d ON d.Id = p.DocumentId", match);
            Read("SELECT count(*) FROM PassageSearch WHERE PassageSearch MATCH @match", match);
            times.Add(Stopwatch.GetElapsedTime(started).TotalMilliseconds);
        }
        while (Stopwatch.GetElapsedTime(all) < duration);
        times.Sort();
        return times[times.Count / 2];
    }

    /// <summary>The passage at this place of the list.</summary>
    public PageCursor CursorAt(int place)
    {
        using var command = connection.CreateCommand();
        command.CommandText =
            "SELECT d.TitleKey, d.Id, p.Ordinal, p.Id FROM Documents AS d JOIN Passages AS p ON p.DocumentId = d.Id ORDER BY d.TitleKey, d.Id, p.Ordinal, p.Id LIMIT 1 OFFSET min(@place, (SELECT count(*) / 2 FROM Passages))";
        command.Parameters.AddWithValue("@place", place);
        using var reader = command.ExecuteReader();
        reader.Read();
        return new PageCursor(PassageSort.Document, reader.GetString(0), reader.GetInt32(1), reader.GetInt32(2), reader.GetInt32(3));
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

    private object? Scalar(string sql)
    {
        using var command = connection.CreateCommand();
        command.CommandText = sql;
        return command.ExecuteScalar();
    }
}
