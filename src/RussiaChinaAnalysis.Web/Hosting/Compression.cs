using System.IO.Compression;
using Microsoft.AspNetCore.ResponseCompression;

namespace RussiaChinaAnalysis.Web.Hosting;

internal static class Compression
{
    /// <summary>
    /// Over HTTPS too: the only secret in a page is its form token, which is masked anew in every answer and so gives
    /// nothing away by its compressed length.
    /// </summary>
    public static void AddCompression(this IServiceCollection services)
    {
        services.AddResponseCompression(compression =>
        {
            compression.EnableForHttps = true;
            compression.MimeTypes = [.. ResponseCompressionDefaults.MimeTypes, "image/svg+xml", "application/problem+json"];
        });
        services.Configure<BrotliCompressionProviderOptions>(brotli => brotli.Level = CompressionLevel.Fastest);
        services.Configure<GzipCompressionProviderOptions>(gzip => gzip.Level = CompressionLevel.Fastest);
    }
}
