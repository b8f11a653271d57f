using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Corpus.Storage;

/// <summary>Why two passages are connected, kept as JSON in one column.</summary>
internal static partial class StoredSigns
{
    public static ValueConverter<ImmutableArray<ConnectionSign>, string> Signs { get; } = new(
        signs => JsonSerializer.Serialize(signs.Select(StoredSign.From).ToArray(), SignFormat.Default.StoredSignArray),
        json => JsonSerializer.Deserialize(json, SignFormat.Default.StoredSignArray)!.Select(sign => sign.ToSign()).ToImmutableArray());

    /// <param name="First">Start and end.</param>
    /// <param name="Second">Start and end.</param>
    internal sealed record StoredSign(ConnectionRule Rule, int[] First, int[] Second, double Weight, string Explanation)
    {
        public static StoredSign From(ConnectionSign sign) => new(
            sign.Rule, [sign.First.Start, sign.First.End], [sign.Second.Start, sign.Second.End], Math.Round(sign.Weight, 4), sign.Explanation);

        public ConnectionSign ToSign() => new(Rule, new TextSpan(First[0], First[1]), new TextSpan(Second[0], Second[1]), Weight, Explanation);
    }

    [JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
    [JsonSerializable(typeof(StoredSign[]))]
    private sealed partial class SignFormat : JsonSerializerContext;
}
