using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Interchange.Archive;

/// <summary>One property of the model in an archive.</summary>
internal sealed class ArchiveColumn(IProperty property)
{
    /// <summary>References that the database does not check, because what they lead to may be gone.</summary>
    private static readonly Dictionary<(Type, string), Type> Unchecked = new()
    {
        [(typeof(Change), nameof(Change.PersonId))] = typeof(Person),
        [(typeof(Change), nameof(Change.PrivateTo))] = typeof(Person),
        [(typeof(Change), nameof(Change.DocumentId))] = typeof(Document),
        [(typeof(UnplacedPassage), nameof(UnplacedPassage.PassageId))] = typeof(Passage),
    };

    /// <summary>Parts although the database would not take them away with the whole.</summary>
    private static readonly (Type, string)[] Parts = [(typeof(Change), nameof(Change.DocumentId)), (typeof(ChangedRow), nameof(ChangedRow.ChangeId))];

    private readonly Type type = Nullable.GetUnderlyingType(property.ClrType) ?? property.ClrType;

    public IProperty Property => property;

    public string Name { get; } = JsonNamingPolicy.CamelCase.ConvertName(property.Name);

    /// <summary>What it refers to; null for a column of its own.</summary>
    public IEntityType? Principal { get; } =
        property.GetContainingForeignKeys().FirstOrDefault(key => key.Properties.Count == 1)?.PrincipalEntityType
        ?? (Unchecked.TryGetValue(NameOf(property), out var kind) ? property.DeclaringType.Model.FindEntityType(kind) : null);

    /// <summary>Whether what it refers to may be gone.</summary>
    public bool IsUnchecked { get; } = Unchecked.ContainsKey(NameOf(property));

    /// <summary>Whether a row without what this refers to could not be: it is a part of that.</summary>
    public bool IsPartOf { get; } = property.GetContainingForeignKeys().Any(key => key.DeleteBehavior == DeleteBehavior.Cascade)
        || Parts.Contains(NameOf(property));

    /// <summary>Whether it is the number that the database gives to a row.</summary>
    public bool IsNumber => (type == typeof(int) || type == typeof(long)) && property.ValueGenerated == ValueGenerated.OnAdd && Principal is null;

    /// <summary>The kind of row that its value is the number of; null when it is no number of a row.</summary>
    public Type? RefersTo => IsNumber ? property.DeclaringType.ClrType : Principal?.ClrType;

    public bool IsFile => type == typeof(byte[]);

    public object? Of(object entity) => property.PropertyInfo!.GetValue(entity);

    public void Set(object entity, object value) => property.PropertyInfo!.SetValue(entity, value);

    public long NumberOf(object entity) => Convert.ToInt64(Of(entity), CultureInfo.InvariantCulture);

    public void SetNumber(object entity, long number) => Set(entity, Convert.ChangeType(number, type, CultureInfo.InvariantCulture));

    public void Write(Utf8JsonWriter json, object value)
    {
        switch (value)
        {
            case string text: json.WriteString(Name, text); break;
            case bool truth: json.WriteBoolean(Name, truth); break;
            case int number: json.WriteNumber(Name, number); break;
            case long number: json.WriteNumber(Name, number); break;
            case double number: json.WriteNumber(Name, number); break;
            case Guid guid: json.WriteString(Name, guid); break;
            case Enum word: json.WriteString(Name, JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString())); break;
            case DateTime time: json.WriteString(Name, time.ToString("O", CultureInfo.InvariantCulture)); break;
            default:
                // Lists are kept as JSON in the database already.
                json.WritePropertyName(Name);
                json.WriteRawValue((string)property.GetValueConverter()!.ConvertToProvider(value)!);
                break;
        }
    }

    /// <exception cref="FormatException">The value is none of this column.</exception>
    public object Read(JsonElement value)
    {
        try
        {
            if (type == typeof(string))
                return value.GetString() ?? throw new FormatException();
            if (type == typeof(bool))
                return value.GetBoolean();
            if (type == typeof(int))
                return value.GetInt32();
            if (type == typeof(long))
                return value.GetInt64();
            if (type == typeof(double))
                return value.GetDouble();
            if (type == typeof(Guid))
                return value.GetGuid();
            if (type == typeof(DateTime))
                return DateTime.Parse(value.GetString()!, CultureInfo.InvariantCulture, DateTimeStyles.RoundtripKind);
            if (type.IsEnum)
                return Enum.GetValues(type).Cast<object>().First(word => JsonNamingPolicy.KebabCaseLower.ConvertName(word.ToString()!) == value.GetString());
            return property.GetValueConverter()!.ConvertFromProvider(value.GetRawText())!;
        }
        catch (Exception wrong) when (wrong is InvalidOperationException or FormatException or ArgumentException or JsonException or NullReferenceException)
        {
            throw new FormatException($"“{Name}” can't be {Short(value)}");
        }
    }

    private static (Type, string) NameOf(IProperty property) => (property.DeclaringType.ClrType, property.Name);

    private static string Short(JsonElement value)
    {
        var text = value.GetRawText();
        return SeenText.Shortened(text, 40);
    }
}
