using System.Reflection;
using System.Text.Json;
using CsvHelper;

namespace RussiaChinaAnalysis.Web.Data;

/// <summary>Rows of a flat record type, in columns named and ordered as its properties are in JSON.</summary>
public interface ITable
{
    Task WriteAsync(Stream stream, CancellationToken cancellation);
}

public static class Table
{
    public static ITable Of<TRow>(IEnumerable<TRow> rows) => new Table<TRow>(rows.ToAsyncEnumerable());

    public static ITable Of<TRow>(IAsyncEnumerable<TRow> rows) => new Table<TRow>(rows);
}

internal sealed class Table<TRow>(IAsyncEnumerable<TRow> rows) : ITable
{
    /// <summary>RFC 4180. A text that a spreadsheet would take for a formula gets an apostrophe in front.</summary>
    private static readonly CsvWriterOptions Form = new()
    {
        Injection = CsvInjection.Escape,
        TrueValue = "true",
        FalseValue = "false",
    };

    private static readonly PropertyInfo[] Columns = typeof(TRow).GetProperties();

    public async Task WriteAsync(Stream stream, CancellationToken cancellation)
    {
        await using var csv = CsvWriter.Create(stream, Form, leaveOpen: true);
        csv.WriteHeader([.. Columns.Select(column => JsonNamingPolicy.CamelCase.ConvertName(column.Name))]);
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            foreach (var column in Columns)
                csv.WriteField(column.GetValue(row));
            await csv.EndRecordAsync(cancellation);
        }
    }
}
