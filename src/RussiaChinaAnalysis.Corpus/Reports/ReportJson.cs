using System.Text.Json;
using System.Text.Json.Serialization;

namespace RussiaChinaAnalysis.Corpus.Reports;

[JsonSourceGenerationOptions(JsonSerializerDefaults.Web, UseStringEnumConverter = true)]
[JsonSerializable(typeof(ReportDefinition))]
[JsonSerializable(typeof(ReportContent))]
internal sealed partial class ReportJson : JsonSerializerContext;
