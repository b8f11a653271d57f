using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Text.Json;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Data;
using RussiaChinaAnalysis.Web.Downloads;

namespace RussiaChinaAnalysis.Web.Edit;

internal static class EditRegistration
{
    private static readonly JsonSerializerOptions Form = new(JsonSerializerDefaults.Web);

    public static void AddEdit(this IServiceCollection services) => services.AddHostedService<ChangeWorker>();

    /// <summary>What belongs to the work on documents and is no page.</summary>
    public static void MapEdit(this WebApplication app)
    {
        app.MapGet("/documents/{id:int}/events", Events).RequireAuthorization(Policies.Read).DisableRequestTimeout();
        app.MapGet("/themes/codebook.csv", CodebookDownload.CsvAsync).RequireAuthorization(Policies.Read);
        app.MapGet("/history/log.csv", (HistoryBrowser history, HttpContext http) => CsvAsync(history, http))
            .RequireAuthorization(Policies.Administer).WithRequestTimeout(CorpusDownloads.Patience);
        app.MapGet("/history/log.jsonl", (HistoryBrowser history, HttpContext http) => JsonLinesAsync(history, http))
            .RequireAuthorization(Policies.Administer).WithRequestTimeout(CorpusDownloads.Patience);
    }

    /// <summary>Every change of the document as it happens, for as long as somebody looks.</summary>
    private static IResult Events(int id, ChangeFeed feed, HttpContext http, IHostApplicationLifetime life) =>
        TypedResults.ServerSentEvents(FollowAsync(id, feed, http.User.FindActor()?.PersonId, http.RequestAborted, life.ApplicationStopping));

    private static async IAsyncEnumerable<SseItem<object>> FollowAsync(
        int id, ChangeFeed feed, int? viewer, CancellationToken left, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var any = CancellationTokenSource.CreateLinkedTokenSource(left, stopping, cancellation);
        yield return new SseItem<object>(new { id }, "open");
        await foreach (var notice in feed.FollowAsync(id, any.Token).WithCancellation(any.Token).ConfigureAwait(false))
        {
            if (notice.PrivateTo is null || notice.PrivateTo == viewer)
                yield return new SseItem<object>(new { notice.Change, notice.PersonId, notice.PersonName, notice.Summary }, "change");
        }
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
