using System.Diagnostics;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace RussiaChinaAnalysis.Corpus.Tests.Support;

/// <summary>Every statement that is sent to one SQLite file, with its plan. Made before the file is opened for the first time.</summary>
internal sealed class SqlRecorder : IObserver<DiagnosticListener>, IObserver<KeyValuePair<string, object?>>, IDisposable
{
    private readonly List<IDisposable> subscriptions = [];
    private readonly Dictionary<string, SqliteParameter[]> statements = new(StringComparer.Ordinal);
    private string? path;
    private int mostRead;
    private int queries;

    /// <summary>How often the answer that is longest was asked for a row: once more than it has, when it was read to its end.</summary>
    public int MostRead
    {
        get
        {
            lock (statements)
                return mostRead;
        }
    }

    /// <summary>How many queries were sent, the same ones counted each time.</summary>
    public int Queries
    {
        get
        {
            lock (statements)
                return queries;
        }
    }

    public SqlRecorder() => subscriptions.Add(DiagnosticListener.AllListeners.Subscribe(this));

    /// <summary>From here on, and of this file alone: tests run side by side.</summary>
    public void Begin(string databasePath)
    {
        lock (statements)
            path = databasePath;
    }

    /// <summary>The lines of each statement's plan, as SQLite explains them.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Plans()
    {
        using var connection = new SqliteConnection($"Data Source={path};Mode=ReadOnly;Pooling=false");
        connection.Open();
        var plans = new Dictionary<string, IReadOnlyList<string>>(StringComparer.Ordinal);
        lock (statements)
        {
            foreach (var (sql, parameters) in statements)
                plans[sql] = Explain(connection, sql, parameters);
        }

        return plans;
    }

    public void OnNext(DiagnosticListener value)
    {
        if (value.Name == DbLoggerCategory.Name)
            subscriptions.Add(value.Subscribe(this));
    }

    public void OnNext(KeyValuePair<string, object?> value)
    {
        if (value is { Key: var key, Value: DataReaderDisposingEventData read } && key == RelationalEventId.DataReaderDisposing.Name)
        {
            lock (statements)
            {
                if (path is not null && read.Command.Connection?.DataSource == path)
                    mostRead = Math.Max(mostRead, read.ReadCount);
            }

            return;
        }

        if (value.Key != RelationalEventId.CommandExecuting.Name || value.Value is not CommandEventData { Command: SqliteCommand command })
            return;
        lock (statements)
        {
            if (path is null || command.Connection?.DataSource != path)
                return;
            if (command.CommandText.StartsWith("SELECT", StringComparison.Ordinal))
                queries++;
            statements[command.CommandText] = [.. command.Parameters.Cast<SqliteParameter>().Select(parameter => new SqliteParameter(parameter.ParameterName, parameter.Value))];
        }
    }

    public void OnCompleted()
    {
    }

    public void OnError(Exception error)
    {
    }

    public void Dispose()
    {
        foreach (var subscription in subscriptions)
            subscription.Dispose();
    }

    private static List<string> Explain(SqliteConnection connection, string sql, SqliteParameter[] parameters)
    {
        using var command = connection.CreateCommand();
        command.CommandText = $"EXPLAIN QUERY PLAN {sql}";
        command.Parameters.AddRange(parameters);
        using var reader = command.ExecuteReader();
        var lines = new List<string>();
        while (reader.Read())
            lines.Add(reader.GetString(3));
        return lines;
    }
}
