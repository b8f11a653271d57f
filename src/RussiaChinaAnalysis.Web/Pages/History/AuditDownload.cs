using System.Text.Json;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Data;
using RussiaChinaAnalysis.Web.Downloads;

namespace RussiaChinaAnalysis.Web.Pages.History;

/// <summary>The whole log of who did what, for administrators to keep.</summary>
internal static class AuditDownload
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    public static void MapAuditDownload(this IEndpointRouteBuilder routes)
    {
        var log = routes.MapGroup("/history");
        log.RequireAuthorization(Policies.Administer).WithRequestTimeout(CorpusDownloads.Patience);
        log.MapGet("/log.csv", (HistoryBrowser history, HttpContext http) => CsvAsync(history, http));
        log.MapGet("/log.jsonl", (HistoryBrowser history, HttpContext http) => JsonLinesAsync(history, http));
    }

    private static async Task CsvAsync(HistoryBrowser history, HttpContext http)
    {
        http.Response.ContentType = "text/csv; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=audit-log.csv";
        await Table.Of(history.AuditAsync(http.RequestAborted)).WriteAsync(http.Response.Body, http.RequestAborted);
    }

    private static async Task JsonLinesAsync(HistoryBrowser history, HttpContext http)
    {
        http.Response.ContentType = "application/jsonl; charset=utf-8";
        http.Response.Headers.ContentDisposition = "attachment; filename=audit-log.jsonl";
        await foreach (var line in history.AuditAsync(http.RequestAborted))
        {
            await JsonSerializer.SerializeAsync(http.Response.Body, line, Form, http.RequestAborted);
            await http.Response.Body.WriteAsync("\n"u8.ToArray(), http.RequestAborted);
        }
    }
}
