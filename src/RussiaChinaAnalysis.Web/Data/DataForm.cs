using Microsoft.Net.Http.Headers;

namespace RussiaChinaAnalysis.Web.Data;

internal enum DataForm
{
    Page,
    Json,
    Csv,
}

internal static class DataForms
{
    /// <summary>The name of the route value that holds the ending.</summary>
    public const string Ending = "ending";

    public static DataForm Asked(HttpRequest request) => request.RouteValues[Ending] switch
    {
        "json" => DataForm.Json,
        "csv" => DataForm.Csv,
        _ => Preferred(request.GetTypedHeaders().Accept),
    };

    /// <summary>Browsers name HTML or everything, and get the page.</summary>
    private static DataForm Preferred(IList<MediaTypeHeaderValue> accepted) => accepted
        .Where(type => type.Quality is not 0)
        .OrderByDescending(type => type.Quality ?? 1)
        .Select(type => type.MediaType.Value switch
        {
            "application/json" => DataForm.Json,
            "text/csv" => DataForm.Csv,
            "text/html" or "application/xhtml+xml" or "text/*" or "*/*" => DataForm.Page,
            _ => (DataForm?)null,
        })
        .FirstOrDefault(form => form is not null) ?? DataForm.Page;
}
