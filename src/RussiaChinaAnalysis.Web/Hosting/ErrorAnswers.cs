using Microsoft.AspNetCore.Diagnostics;

namespace RussiaChinaAnalysis.Web.Hosting;

/// <summary>
/// A person who goes wrong gets the page for the status; a program gets problem details (RFC 9457).
/// </summary>
internal static class ErrorAnswers
{
    public static void AddErrorAnswers(this IServiceCollection services) => services.AddProblemDetails();

    public static void UseErrorAnswers(this WebApplication app)
    {
        // An answer without a body is filled in on the way out, so this stands outside the next.
        app.UseWhen(
            context => !WantsPage(context.Request),
            data => data.UseStatusCodePages(AnswerProblemAsync));
        app.UseWhen(
            context => WantsPage(context.Request),
            pages => pages.UseStatusCodePagesWithReExecute("/errors/{0}"));
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            StatusCodeSelector = Status,
            ExceptionHandler = _ => Task.CompletedTask,
        });
    }

    private static int Status(Exception exception) => exception switch
    {
        BadHttpRequestException refused => refused.StatusCode,
        _ => StatusCodes.Status500InternalServerError,
    };

    private static Task AnswerProblemAsync(StatusCodeContext context) =>
        TypedResults.Problem(statusCode: context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext);

    /// <summary>Whether the answer goes to a person.</summary>
    public static bool WantsPage(HttpRequest request) =>
        Path.GetExtension(request.Path.Value) is not (".json" or ".csv")
        && !request.Path.StartsWithSegments("/api", StringComparison.OrdinalIgnoreCase)
        && request.Headers.Accept.ToString().Contains("text/html", StringComparison.OrdinalIgnoreCase);
}
