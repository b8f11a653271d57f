using System.Collections.Immutable;
using System.Text.Json;
using System.Text.Json.Serialization;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using RussiaChinaAnalysis.Arguments.Extraction.Quantities;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Corpus.Storage;

/// <summary>The figures, times and forecasts of a passage, kept as JSON in one column each.</summary>
internal static partial class StoredFigures
{
    public static ValueConverter<ImmutableArray<Quantity>, string> Quantities { get; } = new(
        quantities => JsonSerializer.Serialize(quantities.Select(StoredQuantity.From).ToArray(), FigureFormat.Default.StoredQuantityArray),
        json => JsonSerializer.Deserialize(json, FigureFormat.Default.StoredQuantityArray)!.Select(quantity => quantity.ToQuantity()).ToImmutableArray());

    public static ValueConverter<ImmutableArray<TimeExpression>, string> Times { get; } = new(
        times => JsonSerializer.Serialize(times.Select(StoredTime.From).ToArray(), FigureFormat.Default.StoredTimeArray),
        json => JsonSerializer.Deserialize(json, FigureFormat.Default.StoredTimeArray)!.Select(time => time.ToTime()).ToImmutableArray());

    /// <summary>Never asked for null: the column is null then.</summary>
    public static ValueConverter<Forecast?, string> Forecast { get; } = new(
        forecast => JsonSerializer.Serialize(StoredForecast.From(forecast!), FigureFormat.Default.StoredForecast),
        json => JsonSerializer.Deserialize(json, FigureFormat.Default.StoredForecast)!.ToForecast());

    internal sealed record StoredSpan(int Start, int End)
    {
        public static StoredSpan? From(TextSpan? span) => span is { } words ? new(words.Start, words.End) : null;

        public TextSpan ToSpan() => new(Start, End);
    }

    internal sealed record StoredTime(StoredSpan Span, TimeRelation Relation, int? FirstYear, int? LastYear, int? Month)
    {
        public static StoredTime From(TimeExpression time) =>
            new(StoredSpan.From(time.Span)!, time.Relation, time.FirstYear, time.LastYear, time.Month);

        public TimeExpression ToTime() => new(Span.ToSpan(), Relation, FirstYear, LastYear, Month);
    }

    internal sealed record StoredQuantity(
        StoredSpan Span,
        double Low,
        double High,
        string Unit,
        QuantityKind Kind,
        Approximation Approximation,
        StoredSpan? Measured,
        StoredTime? Period,
        StoredSpan? Source)
    {
        public static StoredQuantity From(Quantity quantity) => new(
            StoredSpan.From(quantity.Span)!,
            quantity.Low,
            quantity.High,
            quantity.Unit,
            quantity.Kind,
            quantity.Approximation,
            StoredSpan.From(quantity.Measured),
            quantity.Period is { } period ? StoredTime.From(period) : null,
            StoredSpan.From(quantity.Source));

        public Quantity ToQuantity() => new(
            Span.ToSpan(), Low, High, Unit, Kind, Approximation, Measured?.ToSpan(), Period?.ToTime(), Source?.ToSpan());
    }

    internal sealed record StoredForecast(StoredSpan Span, Likelihood Likelihood, StoredTime? Horizon)
    {
        public static StoredForecast From(Forecast forecast) => new(
            StoredSpan.From(forecast.Span)!, forecast.Likelihood, forecast.Horizon is { } horizon ? StoredTime.From(horizon) : null);

        public Forecast ToForecast() => new(Span.ToSpan(), Likelihood, Horizon?.ToTime());
    }

    [JsonSourceGenerationOptions(
        JsonSerializerDefaults.Web, UseStringEnumConverter = true, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
    [JsonSerializable(typeof(StoredQuantity[]))]
    [JsonSerializable(typeof(StoredTime[]))]
    [JsonSerializable(typeof(StoredForecast))]
    private sealed partial class FigureFormat : JsonSerializerContext;
}
