namespace RussiaChinaAnalysis.Benchmarks.Serving;

/// <summary>The least that a page of 25 rows can cost in this host: Razor, compression and nothing else.</summary>
internal static class FloorSite
{
    public static async Task RunAsync(CancellationToken cancellation)
    {
        var builder = WebApplication.CreateBuilder(new WebApplicationOptions { ContentRootPath = AppContext.BaseDirectory });
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.AddResponseCompression();
        builder.Services.AddRazorPages(options => options.RootDirectory = "/Serving/Pages");
        await using var app = builder.Build();
        app.UseResponseCompression();
        app.MapRazorPages();
        await app.StartAsync(cancellation);
        Console.WriteLine($"Open {app.Urls.Single()}");
        await app.WaitForShutdownAsync(cancellation);
    }
}
