using Microsoft.AspNetCore.HostFiltering;
using Microsoft.AspNetCore.Http.Features;

namespace RussiaChinaAnalysis.Web.Hosting;

internal static class LimitsRegistration
{
    /// <summary>Where the site listens, for whom, and how much it takes from one request.</summary>
    public static void AddLimits(this WebApplicationBuilder builder)
    {
        var limits = builder.Settings().Limits;
        var addresses = Addresses.Configured(builder.Configuration);
        builder.WebHost.UseUrls(addresses);
        builder.WebHost.ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxConcurrentConnections = limits.Connections;
            kestrel.Limits.MaxRequestBodySize = limits.RequestBytes;
        });
        builder.Services.Configure<FormOptions>(form =>
        {
            form.MultipartBodyLengthLimit = limits.RequestBytes;
            // An essay may be pasted into a field.
            form.ValueLengthLimit = (int)Math.Min(limits.FileBytes, int.MaxValue);
            form.ValueCountLimit = 256;
        });
        builder.Services.AddRequestTimeouts(timeouts => timeouts.DefaultPolicy = new()
        {
            Timeout = TimeSpan.FromSeconds(limits.RequestSeconds),
            TimeoutStatusCode = StatusCodes.Status503ServiceUnavailable,
        });
        if (Addresses.AreLoopback(addresses) && builder.Settings().Proxies.Count == 0)
            builder.Services.Configure<HostFilteringOptions>(KeepForeignNamesOut);
    }

    /// <summary>
    /// A page elsewhere could have its own name resolve to 127.0.0.1 and read the corpus through the user's browser.
    /// </summary>
    private static void KeepForeignNamesOut(HostFilteringOptions options) =>
        options.AllowedHosts = ["localhost", "127.0.0.1", "[::1]"];
}
