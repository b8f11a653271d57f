using Microsoft.Playwright;

namespace RussiaChinaAnalysis.Browser.Tests.Edit;

/// <summary>A slow way back from the server: what is sent arrives there at once, and the answers only when this is disposed of.</summary>
internal sealed class HeldAnswers : IAsyncDisposable
{
    private readonly TaskCompletionSource released = new();
    private readonly TaskCompletionSource asked = new();
    private int sent;

    /// <summary>How many requests have gone to the server.</summary>
    public int Sent => Volatile.Read(ref sent);

    /// <summary>Until the first request has been made.</summary>
    public Task Asked => asked.Task;

    public async Task HoldAsync(IRoute route)
    {
        Interlocked.Increment(ref sent);
        asked.TrySetResult();
        var answer = await route.FetchAsync();
        await released.Task;
        await route.FulfillAsync(new RouteFulfillOptions { Response = answer });
    }

    public ValueTask DisposeAsync()
    {
        released.TrySetResult();
        return ValueTask.CompletedTask;
    }
}

internal static class HoldingAnswers
{
    public static async Task<HeldAnswers> HoldAnswersAsync(this IPage page, string address)
    {
        var held = new HeldAnswers();
        await page.RouteAsync(address, held.HoldAsync);
        return held;
    }
}
