using System.Text.Json;
using Microsoft.EntityFrameworkCore.Storage.ValueConversion;
using RussiaChinaAnalysis.Corpus.Reports;

namespace RussiaChinaAnalysis.Corpus.Storage;

/// <summary>Reports are kept whole, as JSON: what was said once is never queried in parts.</summary>
internal static class StoredReports
{
    public static ValueConverter<ReportDefinition, string> Definition { get; } = new(
        definition => JsonSerializer.Serialize(definition, ReportJson.Default.ReportDefinition),
        json => JsonSerializer.Deserialize(json, ReportJson.Default.ReportDefinition)!);

    public static ValueConverter<ReportContent, string> Content { get; } = new(
        content => JsonSerializer.Serialize(content, ReportJson.Default.ReportContent),
        json => JsonSerializer.Deserialize(json, ReportJson.Default.ReportContent)!);
}
