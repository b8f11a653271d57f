using OpenTelemetry;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;

namespace RussiaChinaAnalysis.Web.Hosting;

internal static class Telemetry
{
    /// <summary>Metrics and traces, to where the settings say; nothing is measured when they say nothing.</summary>
    public static void AddTelemetry(this WebApplicationBuilder builder)
    {
        if (builder.Settings().Telemetry is not { Endpoint: { } endpoint })
            return;
        builder.Services.AddOpenTelemetry()
            .ConfigureResource(resource => resource.AddService("russia-china-analysis", serviceInstanceId: Environment.MachineName))
            .WithMetrics(metrics => metrics
                .AddMeter("Microsoft.AspNetCore.Hosting", "Microsoft.AspNetCore.Server.Kestrel", "System.Runtime", "Microsoft.EntityFrameworkCore", "Npgsql"))
            // No text of an essay or of a search may leave: addresses are kept without their query.
            .WithTracing(traces => traces.AddSource("Npgsql").AddAspNetCoreInstrumentation(requests => requests.EnrichWithHttpRequest =
                (activity, _) => activity.SetTag("url.query", null)))
            .UseOtlpExporter(OpenTelemetry.Exporter.OtlpExportProtocol.HttpProtobuf, endpoint);
    }
}

/// <param name="Endpoint">Where an OTLP collector listens over HTTP; null for none.</param>
internal sealed record TelemetrySettings(Uri? Endpoint)
{
    private const string Key = "Telemetry:Endpoint";

    public static TelemetrySettings Read(SettingsReader reader)
    {
        if (reader.Text(Key) is not { } text)
            return new TelemetrySettings(Endpoint: null);
        if (Uri.TryCreate(text, UriKind.Absolute, out var endpoint) && (endpoint.Scheme is "http" or "https"))
            return new TelemetrySettings(endpoint);
        reader.Reject(Key, $"must be an address such as http://127.0.0.1:4318, not '{text}'");
        return new TelemetrySettings(Endpoint: null);
    }
}
