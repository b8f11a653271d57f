using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using System.Text.Unicode;
using RussiaChinaAnalysis.Corpus.Interchange;
using RussiaChinaAnalysis.Corpus.Reports.Formats;

namespace RussiaChinaAnalysis.Corpus.Reports.Verify;

/// <summary>What a report in HTML or Markdown carries with it for a later check, and how it is found there again.</summary>
/// <param name="Format">Tells the data from others.</param>
internal sealed record ReferenceData(string? Format, IReadOnlyList<ReportDocument> Documents, IReadOnlyList<ReportReference> References)
{
    private const string FormatName = "russia-china-analysis-references";
    private const string OpensScript = "<script type=\"application/json\" id=\"report-references\">";
    private const string OpensComment = "<!-- report-references ";
    private const string ClosesComment = " -->";

    /// <summary>Escapes what could end a script or a comment.</summary>
    private static readonly ReferenceJson Form = new(new JsonSerializerOptions(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) },
        Encoder = JavaScriptEncoder.Create(UnicodeRanges.All),
        MaxDepth = 64,
    });

    public static string Script(ReportContent content) => $"{OpensScript}{Json(content)}</script>";

    public static string Comment(ReportContent content) =>
        $"{OpensComment}{Json(content).Replace("--", "\\u002d\\u002d", StringComparison.Ordinal)}{ClosesComment}";

    public static ReferenceForm FormOf(string file) =>
        Between(file, OpensScript, "</script>") is not null ? ReferenceForm.Html
        : Between(file, OpensComment, ClosesComment) is not null ? ReferenceForm.Markdown
        : ReferenceForm.Json;

    /// <exception cref="MalformedDataException">There are no references that could be checked.</exception>
    public static ReferenceData Read(string file)
    {
        var json = Between(file, OpensScript, "</script>") ?? Between(file, OpensComment, ClosesComment) ?? file;
        try
        {
            using var parsed = JsonDocument.Parse(json, InterchangeJson.Reading);
            var root = parsed.RootElement;
            if (root.ValueKind == JsonValueKind.Object && root.TryGetProperty("format", out var format) && format.ValueKind == JsonValueKind.String)
            {
                if (format.ValueEquals(FormatName))
                    return Checked(root.Deserialize(Form.ReferenceData));
                if (format.ValueEquals(JsonReport.FormatName) && root.TryGetProperty("report", out var report))
                    return Checked(report.Deserialize(Form.ReferenceData));
            }
        }
        catch (JsonException)
        {
            // Said below.
        }

        throw new MalformedDataException("holds no references; it must be a report of this program in HTML, Markdown or JSON.");
    }

    private static ReferenceData Checked(ReferenceData? data) =>
        data is { Documents: not null, References: not null }
        && data.Documents.All(document => document is { Hash: not null, Title: not null })
        && data.References.All(reference => reference is { Quote: not null, Prefix: not null, Suffix: not null, Themes: not null }
            && reference.Document >= 0 && reference.Document < data.Documents.Count)
            ? data
            : throw new MalformedDataException("holds references that are not complete; export the report anew.");

    private static string Json(ReportContent content) =>
        JsonSerializer.Serialize(new ReferenceData(FormatName, content.Documents, content.References), Form.ReferenceData);

    private static string? Between(string text, string opens, string closes)
    {
        var start = text.LastIndexOf(opens, StringComparison.Ordinal);
        if (start < 0)
            return null;
        start += opens.Length;
        var end = text.IndexOf(closes, start, StringComparison.Ordinal);
        return end < 0 ? null : text[start..end];
    }
}

/// <summary>In which form a report carries its references.</summary>
internal enum ReferenceForm
{
    Html,
    Markdown,
    Json,
}

[JsonSerializable(typeof(ReferenceData))]
internal sealed partial class ReferenceJson : JsonSerializerContext;
