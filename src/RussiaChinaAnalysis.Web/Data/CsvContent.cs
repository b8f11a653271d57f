using Microsoft.AspNetCore.Http.Timeouts;
using Microsoft.AspNetCore.Mvc;
using RussiaChinaAnalysis.Web.Downloads;

namespace RussiaChinaAnalysis.Web.Data;

internal sealed class CsvContent(ITable table) : IActionResult
{
    public async Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8; header=present";
        // The table shares its address with a page, whose time it must not have: it would break off in the middle.
        context.HttpContext.Features.Get<IHttpRequestTimeoutFeature>()?.DisableTimeout();
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(context.HttpContext.RequestAborted);
        limit.CancelAfter(CorpusDownloads.Patience);
        await table.WriteAsync(response.Body, limit.Token);
    }
}
