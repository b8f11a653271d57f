using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using RussiaChinaAnalysis.Corpus.Browse.Documents;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Web.Accounts;

namespace RussiaChinaAnalysis.Web.Pages.Documents;

/// <summary>Tells an open document what others change in it.</summary>
internal static class DocumentEvents
{
    // A browser whose session has not ended by then asks again by itself, and is let in anew.
    private static readonly TimeSpan Longest = TimeSpan.FromMinutes(5);

    public static void MapDocumentEvents(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/documents/{id:int}/events", EventsAsync).RequireAuthorization(Policies.Read).DisableRequestTimeout();

    /// <summary>Every change of the document as it happens, for as long as somebody looks who still may.</summary>
    private static async Task<IResult> EventsAsync(
        int id, DocumentBrowser documents, HistoryBrowser history, ChangeFeed feed, StandingAccess access, TimeProvider clock, HttpContext http, IHostApplicationLifetime life)
    {
        if (await documents.TitleAsync(id, http.RequestAborted) is null)
            return TypedResults.NotFound();
        return TypedResults.ServerSentEvents(FollowAsync(id, history, feed, access, clock, http, life.ApplicationStopping));
    }

    private static async IAsyncEnumerable<SseItem<object>> FollowAsync(
        int id,
        HistoryBrowser history,
        ChangeFeed feed,
        StandingAccess access,
        TimeProvider clock,
        HttpContext http,
        CancellationToken stopping,
        [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var late = new CancellationTokenSource(Longest, clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, http.RequestAborted, stopping, cancellation);
        var viewer = http.User.FindActor()?.PersonId;
        await using var notices = feed.FollowAsync(id, end.Token).GetAsyncEnumerator(end.Token);
        // Whoever is told that the stream is open misses nothing from then on.
        var next = NextAsync(notices);
        try
        {
            yield return new SseItem<object>(new { Latest = await history.LatestAsync(id, end.Token) }, "follows");
            for (; await next; next = NextAsync(notices))
            {
                if (!await access.HoldsAsync(http, http.RequestAborted))
                    yield break;
                var notice = notices.Current;
                if (notice.PrivateTo is null || notice.PrivateTo == viewer)
                    yield return new SseItem<object>(new { notice.Change, notice.PersonId, notice.PersonName, notice.Summary }, "change");
            }
        }
        finally
        {
            // They cannot be let go of while the next is awaited.
            await end.CancelAsync();
            await next;
        }
    }

    private static async Task<bool> NextAsync(IAsyncEnumerator<ChangeNotice> notices)
    {
        try
        {
            return await notices.MoveNextAsync();
        }
        catch (OperationCanceledException)
        {
            return false;
        }
    }
}
