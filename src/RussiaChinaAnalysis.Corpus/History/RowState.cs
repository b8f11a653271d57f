using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.History;

/// <summary>Rows as JSON objects and back: the form in which history keeps them.</summary>
internal static class RowState
{
    /// <summary>The order counts: what is taken back goes in reverse, so that nothing hangs on a row that is not there.</summary>
    public static ImmutableArray<Type> Kept { get; } =
        [typeof(Theme), typeof(CueTerm), typeof(Passage), typeof(PassageTheme), typeof(Relation), typeof(Annotation), typeof(UnplacedPassage)];

    public static bool IsKept(EntityEntry entry) => Kept.Contains(entry.Metadata.ClrType);

    public static IEntityType TypeOf(CorpusContext context, string entity) =>
        context.Model.FindEntityType(Kept.Single(type => type.Name == entity))!;

    public static string KeyOf(EntityEntry entry) => string.Join(
        ',', entry.Metadata.FindPrimaryKey()!.Properties.Select(property => Convert.ToString(entry.Property(property).CurrentValue, CultureInfo.InvariantCulture)));

    public static object[] ParseKey(string key) =>
        [.. key.Split(',').Select(part => (object)int.Parse(part, CultureInfo.InvariantCulture))];

    /// <summary>What a person could change or lose; leaves out what is derived and what changes with every save.</summary>
    public static IEnumerable<IProperty> PropertiesOf(IEntityType type) => type.GetProperties().Where(property => !(
        property.IsConcurrencyToken
        || property.Name is nameof(Passage.SupportCount) or nameof(Passage.AttackCount) or nameof(Passage.Ordinal)
        && property.DeclaringType.ClrType == typeof(Passage)));

    public static JsonObject Write(EntityEntry entry, IEnumerable<IProperty> properties, bool original)
    {
        var state = new JsonObject();
        foreach (var property in properties)
        {
            var value = original ? entry.Property(property).OriginalValue : entry.Property(property).CurrentValue;
            state[property.Name] = ToJson(property, value);
        }

        return state;
    }

    public static JsonNode? ToJson(IProperty property, object? value)
    {
        if (value is null)
            return null;
        if (value is Enum)
            return JsonValue.Create(value.ToString());
        var stored = Converter(property)?.ConvertToProvider(value) ?? value;
        return JsonSerializer.SerializeToNode(stored, stored.GetType());
    }

    public static object? FromJson(IProperty property, JsonNode? node)
    {
        if (node is null)
            return null;
        var type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;
        if (type.IsEnum)
            return Enum.Parse(type, node.GetValue<string>());
        var converter = Converter(property);
        var stored = node.Deserialize(converter?.ProviderClrType ?? type);
        return converter is null ? stored : converter.ConvertFromProvider(stored);
    }

    /// <summary>Gives the row these values; what the state does not name stays as it is.</summary>
    public static void Apply(EntityEntry entry, JsonObject state)
    {
        foreach (var property in PropertiesOf(entry.Metadata).Where(property => state.ContainsKey(property.Name)))
            entry.Property(property).CurrentValue = FromJson(property, state[property.Name]);
    }

    public static bool Same(JsonNode? one, JsonNode? other) => JsonNode.DeepEquals(one, other);

    private static Microsoft.EntityFrameworkCore.Storage.ValueConversion.ValueConverter? Converter(IProperty property) =>
        property.GetTypeMapping().Converter;
}
