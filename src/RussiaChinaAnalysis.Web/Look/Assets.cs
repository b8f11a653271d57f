using Microsoft.AspNetCore.Components;

namespace RussiaChinaAnalysis.Web.Look;

/// <summary>Addresses of bundled files, with the fingerprint that lets a browser keep them for good.</summary>
public static class Assets
{
    public static string Asset(this HttpContext context, string path)
    {
        var fingerprinted = context.GetEndpoint()?.Metadata.GetMetadata<ResourceAssetCollection>();
        return "/" + (fingerprinted?[path] ?? path);
    }

    /// <summary>
    /// The style sheet names the fonts, so they have no fingerprinted address of their own; the bundler puts a hash of
    /// the content into their names instead.
    /// </summary>
    public static IApplicationBuilder UseHashedFontCaching(this IApplicationBuilder app) => app.Use((context, next) =>
    {
        if (context.Request.Path.StartsWithSegments("/assets/fonts", StringComparison.Ordinal))
            context.Response.OnStarting(() =>
            {
                if (context.Response.StatusCode is StatusCodes.Status200OK or StatusCodes.Status304NotModified)
                    context.Response.Headers.CacheControl = "public, max-age=31536000, immutable";
                return Task.CompletedTask;
            });
        return next(context);
    });
}
