using RussiaChinaAnalysis.Corpus.Codebook;
using RussiaChinaAnalysis.Web.Accounts;

namespace RussiaChinaAnalysis.Web.Pages.Themes;

internal static class CodebookDownload
{
    public static void MapCodebookDownload(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/themes/codebook.csv", CsvAsync).RequireAuthorization(Policies.Read);

    /// <summary>The codebook as a table that can be changed and taken in again.</summary>
    private static async Task<IResult> CsvAsync(CodebookImport codebook, CancellationToken cancellation)
    {
        var content = new MemoryStream();
        CodebookFile.WriteCsv(await codebook.ListAsync(cancellation), content);
        return TypedResults.File(content.ToArray(), "text/csv; charset=utf-8", "codebook.csv");
    }
}
