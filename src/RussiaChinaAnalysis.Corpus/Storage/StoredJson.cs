using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Corpus.Storage;

/// <summary>Lists that are read and written whole, kept as JSON in one column.</summary>
internal static partial class StoredJson
{
    public static ValueConverter<ImmutableArray<Cue>, string> Cues { get; } = new(
        cues => JsonSerializer.Serialize(cues.Select(StoredCue.From).ToArray(), Format.Default.StoredCueArray),
        json => JsonSerializer.Deserialize(json, Format.Default.StoredCueArray)!.Select(cue => cue.ToCue()).ToImmutableArray());

    public static ValueConverter<ImmutableArray<Block>, string> Blocks { get; } = new(
        blocks => JsonSerializer.Serialize(blocks.Select(StoredBlock.From).ToArray(), Format.Default.StoredBlockArray),
        json => JsonSerializer.Deserialize(json, Format.Default.StoredBlockArray)!.Select(block => block.ToBlock()).ToImmutableArray());

    public static ValueConverter<ImmutableArray<Anchor>, string> Anchors { get; } = new(
        anchors => JsonSerializer.Serialize(anchors.Select(StoredAnchor.From).ToArray(), Format.Default.StoredAnchorArray),
        json => JsonSerializer.Deserialize(json, Format.Default.StoredAnchorArray)!.Select(anchor => anchor.ToAnchor()).ToImmutableArray());

    public static ValueComparer<ImmutableArray<T>> Comparer<T>() => new(
        (left, right) => Enumerable.SequenceEqual(left, right),
        items => items.Length,
        items => items);

    internal sealed record StoredCue(Label Label, string Rule, int Start, int End, double Weight)
    {
        public static StoredCue From(Cue cue) => new(cue.Label, cue.Rule, cue.Span.Start, cue.Span.End, cue.Weight);

        public Cue ToCue() => new(Label, Rule, new TextSpan(Start, End), Weight);
    }

    internal sealed record StoredBlock(BlockKind Kind, int Start, int End, int Level, int? Page = null, string? Language = null)
    {
        public static StoredBlock From(Block block) =>
            new(block.Kind, block.Span.Start, block.Span.End, block.Level, block.Page, block.Language);

        public Block ToBlock() => new(Kind, new TextSpan(Start, End), Level, Page, Language);
    }

    internal sealed record StoredAnchor(int Start, int End, string Quote, string Prefix, string Suffix)
    {
        public static StoredAnchor From(Anchor anchor) =>
            new(anchor.Position.Start, anchor.Position.End, anchor.Quote, anchor.Prefix, anchor.Suffix);

        public Anchor ToAnchor() => new(new TextSpan(Start, End), Quote, Prefix, Suffix);
    }

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(StoredAnchor[]))]
    [JsonSerializable(typeof(StoredCue[]))]
    [JsonSerializable(typeof(StoredBlock[]))]
    private sealed partial class Format : JsonSerializerContext;
}
