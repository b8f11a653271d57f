using System.Net.ServerSentEvents;
using RussiaChinaAnalysis.Corpus.Imports;
using RussiaChinaAnalysis.Corpus.Jobs;
using RussiaChinaAnalysis.Corpus.Revise;
using RussiaChinaAnalysis.Web.Accounts;

namespace RussiaChinaAnalysis.Web.Pages.Import;

/// <summary>Tells a page that is open how far its import, or the reading anew, is, until the step ends.</summary>
internal static class ImportProgress
{
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(300);

    public static void MapImportProgress(this IEndpointRouteBuilder routes)
    {
        routes.MapGet("/import/{id:int}/progress", AnswerAsync).RequireAuthorization(Policies.Edit).DisableRequestTimeout();
        routes.MapGet("/import/again/progress", AnswerAgain).RequireAuthorization(Policies.Edit).DisableRequestTimeout();
    }

    private static async Task<IResult> AnswerAsync(
        int id, ImportBrowser imports, IHostApplicationLifetime lifetime, CancellationToken cancellation)
    {
        if (await imports.FindAsync(id, cancellation) is null)
            return TypedResults.NotFound();
        return TypedResults.ServerSentEvents(FollowAsync(id, imports, Until(lifetime, cancellation)));
    }

    private static IResult AnswerAgain(JobQueue queue, IHostApplicationLifetime lifetime, CancellationToken cancellation) =>
        TypedResults.ServerSentEvents(FollowAgainAsync(queue, Until(lifetime, cancellation)));

    /// <summary>An open page must not keep the server from stopping.</summary>
    private static CancellationTokenSource Until(IHostApplicationLifetime lifetime, CancellationToken cancellation) =>
        CancellationTokenSource.CreateLinkedTokenSource(cancellation, lifetime.ApplicationStopping);

    private static async IAsyncEnumerable<SseItem<ProgressLine>> FollowAsync(
        int id, ImportBrowser imports, CancellationTokenSource until)
    {
        using var _ = until;
        var cancellation = until.Token;
        var known = new Dictionary<int, ImportFileState>();
        ProgressLine? last = null;
        while (await imports.FindAsync(id, cancellation) is { Job.IsUnderWay: true } import)
        {
            var changed = import.Files.Where(file => !known.TryGetValue(file.Id, out var state) || state != file.State).ToList();
            foreach (var file in changed)
                known[file.Id] = file.State;
            var line = new ProgressLine(import.Job.Stage, import.Job.Done, import.Job.Total, [.. changed.Select(FileLine.Of)]);
            if (changed.Count > 0 || line.Stage != last?.Stage || line.Done != last.Done)
                yield return new(line);
            last = line;
            await Task.Delay(Interval, cancellation);
        }

        yield return new(last ?? new("", 0, 0, []), "end");
    }

    private static async IAsyncEnumerable<SseItem<ProgressLine>> FollowAgainAsync(JobQueue queue, CancellationTokenSource until)
    {
        using var _ = until;
        var cancellation = until.Token;
        ProgressLine? last = null;
        while (await queue.ListAsync(Reextraction.JobKind, 1, cancellation) is [{ State: JobState.Waiting or JobState.Running } job])
        {
            var line = new ProgressLine(job.Stage, job.Done, job.Total, []);
            if (line.Stage != last?.Stage || line.Done != last.Done)
                yield return new(line);
            last = line;
            await Task.Delay(Interval, cancellation);
        }

        yield return new(last ?? new("", 0, 0, []), "end");
    }

    /// <param name="Files">Those whose state is new since the line before.</param>
    private sealed record ProgressLine(string Stage, int Done, int Total, IReadOnlyList<FileLine> Files);

    /// <param name="Tone">A class of the notice; empty for what is neither good nor bad.</param>
    private sealed record FileLine(int Id, string Word, string Icon, string Tone, string Message)
    {
        public static FileLine Of(ImportFileView file)
        {
            var sign = ImportWords.Sign(file.State);
            return new(file.Id, sign.Word, sign.Icon, sign.Class, file.Message);
        }
    }
}
