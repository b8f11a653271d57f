using System.Text.Json;
using System.Text.Json.Serialization;
using RussiaChinaAnalysis.Corpus.Files;
using RussiaChinaAnalysis.Corpus.Interchange;

namespace RussiaChinaAnalysis.Corpus.Reports.Formats;

/// <summary>All that the report says, as data.</summary>
internal sealed class JsonReport : IReportFormat
{
    public const string FormatName = "russia-china-analysis-report";

    private static readonly ReportJson Form = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        Encoder = InterchangeJson.Readable.Encoder,
        WriteIndented = true,
        NewLine = "\n",
    });

    public FormatDescription Description { get; } = new("json", "JSON", ".json", "application/json", "other programs");

    public void Write(ReportContent content, Stream output, IProgress<int> progress, CancellationToken cancellation)
    {
        using var json = new Utf8JsonWriter(output, InterchangeJson.Readable);
        json.WriteStartObject();
        json.WriteString("format", FormatName);
        json.WriteNumber("version", 1);
        json.WritePropertyName("report");
        JsonSerializer.Serialize(json, content, Form.ReportContent);
        json.WriteEndObject();
    }
}
