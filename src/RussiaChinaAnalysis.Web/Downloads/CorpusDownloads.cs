using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Interchange;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Data;

namespace RussiaChinaAnalysis.Web.Downloads;

internal static class CorpusDownloads
{
    /// <summary>The same as <see cref="Patience"/>, for attributes.</summary>
    public const int PatienceMilliseconds = 30 * 60 * 1000;

    /// <summary>A large corpus takes longer than a page may, out and in.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(PatienceMilliseconds);

    public static void MapCorpusDownloads(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/exchange/{key}", DownloadAsync)
            .RequireAuthorization(Policies.Read)
            .WithRequestTimeout(Patience);

    public static string NameOf(PassageFilter filter) => filter.Choices.IsEmpty && filter.Search is null ? "corpus" : "selection";

    private static async Task<IResult> DownloadAsync(string key, CorpusExport export, HttpContext context, CancellationToken cancellation)
    {
        if (CorpusExport.Find(key) is not { } format)
            return Results.NotFound();
        // The archive holds what is private too.
        if (format == CorpusExport.Archive && !context.User.May(PersonRole.Administrator))
            return context.User.FindActor() is null ? Results.Challenge() : Results.Forbid();
        var filter = context.Request.Query.Filter().Filter;
        try
        {
            return await TemporaryDownload.OfAsync(
                format, NameOf(filter), file => export.WriteAsync(format, filter, file, progress: null, cancellation));
        }
        catch (ArchiveTooLargeException large)
        {
            return Results.Problem(statusCode: StatusCodes.Status422UnprocessableEntity, detail: large.Message);
        }
    }
}
