using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Filters;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;

namespace RussiaChinaAnalysis.Web.Data;

/// <summary>Writes data in place of the page where data was asked for.</summary>
internal sealed class DataFilter : IResultFilter
{
    public void OnResultExecuting(ResultExecutingContext context)
    {
        if (context.Result is not PageResult || context.Controller is not IDataPage page)
            return;

        context.HttpContext.Response.Headers.Append(HeaderNames.Vary, HeaderNames.Accept);
        context.Result = DataForms.Asked(context.HttpContext.Request) switch
        {
            DataForm.Json => new JsonContent(page.Answer),
            DataForm.Csv when page.FilterProblems.Count > 0 => Refusal(page.FilterProblems),
            DataForm.Csv => new CsvContent(page.Rows),
            _ => context.Result,
        };
    }

    private static ContentResult Refusal(IReadOnlyList<string> problems) => new()
    {
        StatusCode = StatusCodes.Status400BadRequest,
        ContentType = "text/plain; charset=utf-8",
        Content = string.Join('\n', problems),
    };

    public void OnResultExecuted(ResultExecutedContext context)
    {
    }
}
