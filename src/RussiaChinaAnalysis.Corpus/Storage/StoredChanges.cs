using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Storage;

/// <summary>What became of the passages of a version, kept as JSON in one column.</summary>
internal static partial class StoredChanges
{
    public static ValueConverter<ImmutableArray<PassageChange>, string> Passages { get; } = new(
        changes => JsonSerializer.Serialize(changes.Select(StoredChange.From).ToArray(), ChangeFormat.Default.StoredChangeArray),
        json => JsonSerializer.Deserialize(json, ChangeFormat.Default.StoredChangeArray)!.Select(change => change.ToChange()).ToImmutableArray());

    public static ValueConverter<ImmutableArray<string>, string> Sentences { get; } = new(
        sentences => JsonSerializer.Serialize(sentences.ToArray(), ChangeFormat.Default.StringArray),
        json => JsonSerializer.Deserialize(json, ChangeFormat.Default.StringArray)!.ToImmutableArray());

    /// <summary>Spans as pairs of numbers: a book has thousands.</summary>
    internal sealed record StoredChange(ChangeKind Kind, Fate Fate, int? PassageId, int[]? Before, int[]? After, PassageSign? Former, PassageSign? Now)
    {
        public static StoredChange From(PassageChange change) => new(
            change.Kind, change.Fate, change.PassageId, Pair(change.Before), Pair(change.After), change.Former, change.Now);

        public PassageChange ToChange() => new(Kind, Fate, PassageId, Span(Before), Span(After), Former, Now);

        private static int[]? Pair(TextSpan? span) => span is { } words ? [words.Start, words.End] : null;

        private static TextSpan? Span(int[]? pair) => pair is [var start, var end] ? new TextSpan(start, end) : null;
    }

    [JsonSourceGenerationOptions(
        JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(StoredChange[]))]
    [JsonSerializable(typeof(string[]))]
    private sealed partial class ChangeFormat : JsonSerializerContext;
}
