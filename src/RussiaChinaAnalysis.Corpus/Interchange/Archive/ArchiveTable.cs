using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Interchange.Archive;

/// <summary>One table of an archive: a file of JSON Lines.</summary>
internal sealed class ArchiveTable
{
    public ArchiveTable(IEntityType type)
    {
        Type = type;
        Name = JsonNamingPolicy.KebabCaseLower.ConvertName(type.GetTableName()!);
        Columns = [.. type.GetProperties().Where(IsKept).Select(property => new ArchiveColumn(property))];
        Key = [.. type.FindPrimaryKey()!.Properties.Select(property => Columns.Single(column => column.Property == property))];
    }

    public IEntityType Type { get; }

    public string Name { get; }

    public string Path => $"tables/{Name}.jsonl";

    /// <summary>In the order of the model, which is that of their names after the key.</summary>
    public IReadOnlyList<ArchiveColumn> Columns { get; }

    public IReadOnlyList<ArchiveColumn> Key { get; }

    /// <summary>The column whose numbers the database gives; null when the key says something by itself.</summary>
    public ArchiveColumn? Number => Key is [{ IsNumber: true } only] ? only : null;

    /// <summary>
    /// Without what the database derives, and without the tokens of concurrent editing and the leases of running programs,
    /// which mean nothing elsewhere.
    /// </summary>
    private static bool IsKept(IProperty property) =>
        property.Name is not (nameof(Passage.SupportCount) or nameof(Passage.AttackCount) or nameof(DocumentVersion.ComparingUntil)) && !property.IsConcurrencyToken
        && (property.DeclaringType.ClrType != typeof(Person) || ArchivedPerson.IsKept(property.Name));
}
