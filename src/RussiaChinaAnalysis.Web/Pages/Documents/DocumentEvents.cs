using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Web.Accounts;

namespace RussiaChinaAnalysis.Web.Pages.Documents;

/// <summary>Tells an open document what others change in it.</summary>
internal static class DocumentEvents
{
    public static void MapDocumentEvents(this IEndpointRouteBuilder routes) =>
        routes.MapGet("/documents/{id:int}/events", Events).RequireAuthorization(Policies.Read).DisableRequestTimeout();

    /// <summary>Every change of the document as it happens, for as long as somebody looks.</summary>
    private static IResult Events(int id, ChangeFeed feed, HttpContext http, IHostApplicationLifetime life) =>
        TypedResults.ServerSentEvents(FollowAsync(id, feed, http.User.FindActor()?.PersonId, http.RequestAborted, life.ApplicationStopping));

    private static async IAsyncEnumerable<SseItem<object>> FollowAsync(
        int id, ChangeFeed feed, int? viewer, CancellationToken left, CancellationToken stopping, [EnumeratorCancellation] CancellationToken cancellation = default)
    {
        using var any = CancellationTokenSource.CreateLinkedTokenSource(left, stopping, cancellation);
        yield return new SseItem<object>(new { id }, "open");
        await foreach (var notice in feed.FollowAsync(id, any.Token).WithCancellation(any.Token).ConfigureAwait(false))
        {
            if (notice.PrivateTo is null || notice.PrivateTo == viewer)
                yield return new SseItem<object>(new { notice.Change, notice.PersonId, notice.PersonName, notice.Summary }, "change");
        }
    }
}
