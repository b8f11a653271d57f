using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Logging;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Hosting;

public sealed class TelemetryTests
{
    [Fact]
    public async Task Traces_and_metrics_reach_the_collector_and_nothing_that_somebody_searched_for()
    {
        var cancellation = TestContext.Current.CancellationToken;
        var received = new ConcurrentQueue<(string Path, string Body)>();
        var builder = WebApplication.CreateBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        await using var collector = builder.Build();
        collector.MapPost("/v1/{kind}", async (HttpRequest request) =>
        {
            using var body = new MemoryStream();
            await request.Body.CopyToAsync(body, request.HttpContext.RequestAborted);
            received.Enqueue((request.Path, Encoding.Latin1.GetString(body.ToArray())));
        });
        await collector.StartAsync(cancellation);

        await using (var site = new TestSite().With("Telemetry:Endpoint", collector.Urls.Single()))
        {
            using var client = site.CreateClient();
            await client.GetStringAsync("/claims?q=hippopotamus", cancellation);
        }

        Assert.Contains(received, sent => sent.Path == "/v1/traces" && sent.Body.Contains("/claims", StringComparison.Ordinal));
        Assert.Contains(received, sent => sent.Path == "/v1/metrics" && sent.Body.Contains("http.server.request.duration", StringComparison.Ordinal));
        Assert.DoesNotContain(received, sent => sent.Body.Contains("hippopotamus", StringComparison.Ordinal));
    }
}
