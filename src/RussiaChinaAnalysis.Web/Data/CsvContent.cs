using Microsoft.AspNetCore.Mvc;

namespace RussiaChinaAnalysis.Web.Data;

internal sealed class CsvContent(ITable table) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context)
    {
        var response = context.HttpContext.Response;
        response.ContentType = "text/csv; charset=utf-8; header=present";
        return table.WriteAsync(response.Body, context.HttpContext.RequestAborted);
    }
}
