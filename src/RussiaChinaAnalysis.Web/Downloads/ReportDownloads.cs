using System.Text.Json;
using System.Threading.Channels;
using RussiaChinaAnalysis.Corpus.Files;
using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Web.Accounts;

namespace RussiaChinaAnalysis.Web.Downloads;

internal static partial class ReportDownloads
{
    public static void MapReportDownloads(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/reports/{id:int}/download/{key}", DownloadAsync).RequireAuthorization(Policies.Read).WithRequestTimeout(CorpusDownloads.Patience);
        routes.MapGet("/reports/{id:int}/progress/{key}", FollowAsync).RequireAuthorization(Policies.Read).WithRequestTimeout(CorpusDownloads.Patience);
    }

    private static async Task<IResult> DownloadAsync(
        int id, string key, int? version, ReportStore reports, ReportExport export, CancellationToken cancellation)
    {
        if (export.Find(key) is not { } format || await reports.FindAsync(id, version, cancellation) is not { } report)
            return Results.NotFound();
        return await TemporaryDownload.OfAsync(format, NameOf(report), file =>
            Task.Run(() => export.Write(format, report.Content, file, progress: null, cancellation), cancellation));
    }

    /// <summary>
    /// Makes the same file, telling on the way how far it is (server-sent events), and at the end where it can be fetched,
    /// or why it failed.
    /// </summary>
    private static async Task FollowAsync(
        int id, string key, int? version, ReportStore reports, ReportExport export, MadeFiles made, ILogger<ReportExport> log, HttpContext context, CancellationToken cancellation)
    {
        if (export.Find(key) is not { } format || await reports.FindAsync(id, version, cancellation) is not { } report)
        {
            context.Response.StatusCode = StatusCodes.Status404NotFound;
            return;
        }

        context.Response.ContentType = "text/event-stream";
        context.Response.Headers.CacheControl = "no-store";
        var steps = Channel.CreateBounded<ExportProgress>(new BoundedChannelOptions(1) { FullMode = BoundedChannelFullMode.DropOldest });
        var making = Task.Run(() => MakeAsync(format, report, export, steps.Writer, log, cancellation), cancellation);
        await foreach (var step in steps.Reader.ReadAllAsync(cancellation))
            await SayAsync(context.Response, "progress", new { step.Done, step.Total }, cancellation);
        var (file, reason) = await making;
        if (file is null)
            await SayAsync(context.Response, "failed", new { Reason = $"The file could not be made, and nothing was left behind: {reason}" }, cancellation);
        else
            await SayAsync(context.Response, "made", new { Address = made.Keep(file, format, NameOf(report)) }, cancellation);
    }

    /// <returns>The file, or why there is none.</returns>
    private static async Task<(FileStream? File, string? Reason)> MakeAsync(
        FormatDescription format, SavedReport report, ReportExport export, ChannelWriter<ExportProgress> steps, ILogger log, CancellationToken cancellation)
    {
        FileStream? file = null;
        try
        {
            file = TemporaryDownload.Create();
            export.Write(format, report.Content, file, new Steps(steps), cancellation);
            file.Position = 0;
            return (file, null);
        }
        catch (Exception failure)
        {
            if (file is not null)
                await file.DisposeAsync();
            if (failure is OperationCanceledException)
                throw;
            LogFailed(log, format.Name, report.Id, failure);
            return (null, Reason(failure));
        }
        finally
        {
            steps.Complete();
        }
    }

    /// <summary>What a person can do something about; never the name of a place on the server.</summary>
    private static string Reason(Exception failure) => failure switch
    {
        DirectoryNotFoundException or UnauthorizedAccessException => "the server's folder for temporary files is missing or can't be written to. Tell whoever runs it.",
        IOException => "the server can't write temporary files; its disk may be full. Tell whoever runs it.",
        _ => "the program has a fault, which stands in its log.",
    };

    [LoggerMessage(LogLevel.Error, "The {Format} file of report {Id} could not be made")]
    private static partial void LogFailed(ILogger log, string format, int id, Exception failure);

    private static async Task SayAsync(HttpResponse response, string kind, object data, CancellationToken cancellation)
    {
        await response.WriteAsync($"event: {kind}\ndata: {JsonSerializer.Serialize(data, JsonSerializerOptions.Web)}\n\n", cancellation);
        await response.Body.FlushAsync(cancellation);
    }

    private static string NameOf(SavedReport report) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"report-{report.Id}-version-{report.Content.Edition!.Version}");

    private sealed class Steps(ChannelWriter<ExportProgress> steps) : IProgress<ExportProgress>
    {
        public void Report(ExportProgress value) => steps.TryWrite(value);
    }
}
