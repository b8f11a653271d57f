using Microsoft.AspNetCore.Mvc;

namespace RussiaChinaAnalysis.Web.Data;

internal sealed class JsonContent(object content) : IActionResult
{
    public Task ExecuteResultAsync(ActionContext context) => context.HttpContext.Response.WriteAsJsonAsync(
        content, content.GetType(), JsonForm.Options, context.HttpContext.RequestAborted);
}
