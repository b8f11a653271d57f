using System.Collections.Immutable;
using System.Text.Json.Nodes;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Interchange.Archive;

/// <summary>Ids that stand within the values of a column, from one numbering to another.</summary>
internal sealed class ArchivedReferences(ArchiveModel model)
{
    public static object Renumber(object value, RowNumbering numbers) => value switch
    {
        IRefersToRows refers => refers.WithRows(numbers),
        ImmutableArray<PassageChange> changes => changes
            .Select(change => change with { PassageId = change.PassageId is { } id ? numbers.Of<Passage>(id) : null }).ToImmutableArray(),
        _ => value,
    };

    /// <param name="entity">The kind of row that the history speaks of, as in <see cref="ChangedRow.Entity"/>.</param>
    /// <param name="key">As in <see cref="ChangedRow.Key"/>.</param>
    public string RenumberKey(string entity, string key, RowNumbering numbers)
    {
        if (model.Find(entity) is not { } table)
            return key;
        return string.Join(',', key.Split(',').Zip(table.Key, (part, column) =>
            column.RefersTo is { } kind ? numbers(kind, ParseNumber(part)).ToString(System.Globalization.CultureInfo.InvariantCulture) : part));
    }

    /// <param name="state">As in <see cref="ChangedRow.Before"/>.</param>
    public string RenumberState(string entity, string state, RowNumbering numbers)
    {
        if (model.Find(entity) is not { } table || Parse(state) is not { } row)
            return state;
        foreach (var column in table.Columns)
        {
            if (column.RefersTo is { } kind && row[column.Property.Name] is JsonValue value && value.TryGetValue<long>(out var id))
                row[column.Property.Name] = numbers(kind, id);
        }

        return row.ToJsonString();
    }

    /// <summary>The rows without which the one with this key could not be, itself among them.</summary>
    public IEnumerable<(string Table, long Number)> Wholes(string entity, string key) => model.Find(entity) is not { } table
        ? []
        : key.Split(',').Zip(table.Key)
            .Where(part => part.Second.RefersTo is not null && (part.Second.IsNumber || part.Second.IsPartOf))
            .Select(part => (model.TableOf(part.Second.RefersTo!)!.Name, ParseNumber(part.First)));

    private static long ParseNumber(string text) => long.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject? Parse(string state)
    {
        try
        {
            return JsonNode.Parse(state) as JsonObject;
        }
        catch (System.Text.Json.JsonException)
        {
            throw new FormatException("a row of the history is no JSON");
        }
    }
}
