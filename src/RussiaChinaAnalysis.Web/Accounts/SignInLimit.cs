using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>How fast one address may try passwords and links.</summary>
internal static class SignInLimit
{
    /// <summary>Reading the form is free; <see cref="EnableRateLimitingAttribute"/> with this name limits sending it.</summary>
    public const string Policy = "sign-in";

    public static void AddSignInLimit(this IServiceCollection services, int perMinute) => services.AddRateLimiter(limiter =>
    {
        limiter.RejectionStatusCode = StatusCodes.Status429TooManyRequests;
        limiter.OnRejected = (rejected, _) =>
        {
            rejected.HttpContext.Response.Headers.RetryAfter = "60";
            return ValueTask.CompletedTask;
        };
        limiter.AddPolicy(Policy, context => HttpMethods.IsPost(context.Request.Method)
            ? RateLimitPartition.GetFixedWindowLimiter(
                context.Connection.RemoteIpAddress?.ToString() ?? string.Empty,
                _ => new FixedWindowRateLimiterOptions { PermitLimit = perMinute, Window = TimeSpan.FromMinutes(1) })
            : RateLimitPartition.GetNoLimiter("reading"));
    });
}
