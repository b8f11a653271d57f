using System.Collections.Concurrent;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
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

            // A request is measured just after its answer has gone out.
            for (var attempt = 0; attempt < 200 && !(Has("/v1/traces", "/claims") && Has("/v1/metrics", "http.server.request.duration")); attempt++)
            {
                site.Services.GetRequiredService<TracerProvider>().ForceFlush();
                site.Services.GetRequiredService<MeterProvider>().ForceFlush();
                await Task.Delay(TimeSpan.FromMilliseconds(50), cancellation);
            }
        }

        Assert.True(Has("/v1/traces", "/claims"));
        Assert.True(Has("/v1/metrics", "http.server.request.duration"));
        Assert.DoesNotContain(received, sent => sent.Body.Contains("hippopotamus", StringComparison.Ordinal));

        bool Has(string path, string words) => received.Any(sent => sent.Path == path && sent.Body.Contains(words, StringComparison.Ordinal));
    }
}
