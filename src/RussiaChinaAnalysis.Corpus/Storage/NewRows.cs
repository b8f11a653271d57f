using System.Collections;
using Microsoft.EntityFrameworkCore.Metadata;

namespace RussiaChinaAnalysis.Corpus.Storage;

/// <summary>
/// Rows that are new, with all that hangs on them and is new too, for who stores them without a change tracker. Types,
/// columns, and what refers to what are those of the model.
/// </summary>
internal sealed class NewRows
{
    private readonly IModel model;
    private readonly Dictionary<IEntityType, List<NewRow>> rows = [];
    private readonly Dictionary<object, NewRow> known = new(ReferenceEqualityComparer.Instance);

    private NewRows(IModel model) => this.model = model;

    /// <summary>Before each table come those that it refers to; within a table, what a row refers to comes before it.</summary>
    public static IReadOnlyList<(IEntityType Type, IReadOnlyList<NewRow> Rows)> Of(IModel model, IReadOnlyList<object> roots)
    {
        var found = new NewRows(model);
        foreach (var root in roots)
            found.Find(root);
        return found.InOrder();
    }

    /// <summary>The key that the database gives out; null where a row has none of its own.</summary>
    public static IProperty? KeyOf(IEntityType type) =>
        type.FindPrimaryKey()!.Properties is [{ ValueGenerated: ValueGenerated.OnAdd } only] && !only.IsForeignKey() ? only : null;

    /// <summary>As the column keeps it; null for no value.</summary>
    public static Func<object, object?> ValueOf(IProperty property)
    {
        var getter = property.GetGetter();
        return property.GetTypeMapping().Converter is { } converter
            ? row => getter.GetClrValue(row) is { } value ? converter.ConvertToProvider(value) : null
            : getter.GetClrValue;
    }

    /// <returns>Null for a row that was stored before.</returns>
    private NewRow? Find(object entity)
    {
        if (known.TryGetValue(entity, out var before))
            return before;
        var type = model.FindEntityType(entity.GetType())!;
        if (KeyOf(type) is { } key && !key.GetGetter().HasSentinelValue(entity))
            return null;
        var row = new NewRow(entity);
        known.Add(entity, row);
        foreach (var navigation in type.GetNavigations().Where(navigation => navigation.IsOnDependent))
        {
            if (navigation.GetGetter().GetClrValue(entity) is not { } principal)
                continue;
            Find(principal);
            row.Refers(navigation.ForeignKey, principal);
        }

        if (!rows.TryGetValue(type, out var table))
            rows.Add(type, table = []);
        table.Add(row);
        foreach (var navigation in type.GetNavigations().Where(navigation => !navigation.IsOnDependent))
        {
            foreach (var part in PartsOf(entity, navigation))
                Find(part)?.Refers(navigation.ForeignKey, entity);
        }

        return row;
    }

    private static IEnumerable<object> PartsOf(object entity, INavigation navigation) => navigation.GetGetter().GetClrValue(entity) switch
    {
        null => [],
        IEnumerable parts when navigation.IsCollection => parts.Cast<object>(),
        var part => [part],
    };

    private List<(IEntityType, IReadOnlyList<NewRow>)> InOrder()
    {
        var ordered = new List<(IEntityType, IReadOnlyList<NewRow>)>();
        var visited = new HashSet<IEntityType>();
        foreach (var type in rows.Keys)
            Visit(type);
        return ordered;

        void Visit(IEntityType type)
        {
            if (!rows.TryGetValue(type, out var table) || !visited.Add(type))
                return;
            foreach (var key in type.GetForeignKeys())
                Visit(key.PrincipalEntityType);
            ordered.Add((type, table));
        }
    }
}

/// <summary>A row that is to be stored.</summary>
internal sealed class NewRow(object entity)
{
    private readonly List<(IForeignKey Key, object Principal)> references = [];

    public object Entity => entity;

    public void Refers(IForeignKey key, object principal) => references.Add((key, principal));

    /// <summary>Writes the keys of what it refers to into its foreign keys, as soon as those have keys.</summary>
    public void Refer()
    {
        foreach (var (key, principal) in references)
        {
            foreach (var (property, referred) in key.Properties.Zip(key.PrincipalKey.Properties))
                property.PropertyInfo!.SetValue(entity, referred.GetGetter().GetClrValue(principal));
        }
    }
}
