using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;

namespace RussiaChinaAnalysis.Corpus.Storage.Transfer;

/// <summary>
/// The tables of a corpus, read off the model, so that none that is ever added can be forgotten; each after those that it
/// refers to. What the database keeps for itself is not among them.
/// </summary>
internal static class CorpusTables
{
    public static IReadOnlyList<ITable> Of(CorpusContext context)
    {
        var tables = context.Model.GetRelationalModel().Tables
            .Where(table => table.EntityTypeMappings.All(mapping => mapping.TypeBase.ClrType != typeof(DocumentChange)))
            .OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        var ordered = new List<ITable>();
        foreach (var table in tables)
            Place(table, tables, ordered, []);
        return ordered;
    }

    /// <summary>The type in which both databases give the column's values.</summary>
    public static Type TypeOf(IColumn column)
    {
        var mapping = column.StoreTypeMapping;
        var type = mapping.Converter?.ProviderClrType ?? mapping.ClrType;
        type = Nullable.GetUnderlyingType(type) ?? type;
        return type.IsEnum ? type.GetEnumUnderlyingType() : type;
    }

    private static void Place(ITable table, List<ITable> tables, List<ITable> ordered, HashSet<ITable> open)
    {
        if (ordered.Contains(table) || !tables.Contains(table) || !open.Add(table))
            return;
        foreach (var principal in table.ForeignKeyConstraints.Select(key => key.PrincipalTable).OrderBy(principal => principal.Name, StringComparer.Ordinal))
            Place(principal, tables, ordered, open);
        ordered.Add(table);
    }
}
