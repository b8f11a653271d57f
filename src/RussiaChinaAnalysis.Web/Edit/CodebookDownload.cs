using RussiaChinaAnalysis.Corpus.Codebook;

namespace RussiaChinaAnalysis.Web.Edit;

internal static class CodebookDownload
{
    /// <summary>The codebook as a table that can be changed and taken in again.</summary>
    public static async Task<IResult> CsvAsync(CodebookImport codebook, CancellationToken cancellation)
    {
        var content = new MemoryStream();
        CodebookFile.WriteCsv(await codebook.ListAsync(cancellation), content);
        return TypedResults.File(content.ToArray(), "text/csv; charset=utf-8", "codebook.csv");
    }
}
