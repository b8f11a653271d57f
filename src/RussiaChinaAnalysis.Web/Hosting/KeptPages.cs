using Microsoft.AspNetCore.OutputCaching;
using Microsoft.Net.Http.Headers;
using RussiaChinaAnalysis.Web.Data;

namespace RussiaChinaAnalysis.Web.Hosting;

/// <summary>What an answer of the corpus is known by: see <see cref="ConditionalAnswers"/>.</summary>
internal sealed record Condition(string Tag);

/// <summary>
/// Keeps the pages that visitors are shown, each under its tag, so that one whose tag has changed is never given out
/// again. Who is signed in gets pages with forms, which are nobody else's; data can be long and is written as it is read.
/// </summary>
internal sealed class KeptPages : IOutputCachePolicy
{
    /// <summary>Pages whose tag has changed are asked for no more, and make room after this time.</summary>
    private static readonly TimeSpan Kept = TimeSpan.FromMinutes(10);

    public ValueTask CacheRequestAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var http = context.HttpContext;
        var condition = http.Features.Get<Condition>();
        context.EnableOutputCaching = condition is not null
            && http.User.Identity is not { IsAuthenticated: true }
            && DataForms.Asked(http.Request) == DataForm.Page;
        context.AllowCacheLookup = context.EnableOutputCaching;
        context.AllowCacheStorage = context.EnableOutputCaching;
        context.AllowLocking = true;
        context.ResponseExpirationTimeSpan = Kept;
        context.CacheVaryByRules.QueryKeys = "*";
        context.CacheVaryByRules.HeaderNames = HeaderNames.AcceptEncoding;
        if (condition is not null)
            context.CacheVaryByRules.VaryByValues["tag"] = condition.Tag;
        return ValueTask.CompletedTask;
    }

    public ValueTask ServeFromCacheAsync(OutputCacheContext context, CancellationToken cancellation) => ValueTask.CompletedTask;

    public ValueTask ServeResponseAsync(OutputCacheContext context, CancellationToken cancellation)
    {
        var response = context.HttpContext.Response;
        if (response.StatusCode != StatusCodes.Status200OK
            || response.Headers.ContainsKey(HeaderNames.SetCookie)
            || response.GetTypedHeaders().CacheControl is { NoStore: true })
            context.AllowCacheStorage = false;
        return ValueTask.CompletedTask;
    }
}
