using System.Globalization;
using Serilog;
using Serilog.Events;
using Serilog.Formatting.Compact;

namespace RussiaChinaAnalysis.Web.Hosting;

internal static class Logs
{
    private const string ConsoleLine = "{Timestamp:HH:mm:ss} {Level:u3} {Message:lj}{NewLine}{Exception}";

    private const string RequestLine = "{RequestMethod} {RequestPath} answered {StatusCode} in {Elapsed:0.0} ms";

    /// <summary>Writes to the console and, as one JSON object per line, to a file per day.</summary>
    public static void AddLogs(this IHostApplicationBuilder builder)
    {
        var logger = Base(builder.Settings())
            .WriteTo.Console(outputTemplate: ConsoleLine, formatProvider: CultureInfo.InvariantCulture)
            .CreateLogger();
        builder.Services.AddSerilog(logger, dispose: true);
    }

    /// <summary>Writes to the file only: a command's standard outputs are its own.</summary>
    public static IServiceCollection AddFileLog(this IServiceCollection services, Settings settings) =>
        services.AddSerilog(Base(settings).CreateLogger(), dispose: true);

    /// <summary>Path and duration, but never the query: it holds what somebody searched for.</summary>
    public static void UseRequestLog(this WebApplication app) =>
        app.UseSerilogRequestLogging(options =>
        {
            options.Logger = app.Services.GetRequiredService<Serilog.ILogger>();
            options.MessageTemplate = RequestLine;
        });

    private static LoggerConfiguration Base(Settings settings) =>
        new LoggerConfiguration()
            .MinimumLevel.Is(settings.Logs.Level)
            // An override lets through what the level itself would not; these only ever make it quieter.
            // One line per request says enough.
            .Quieten(settings, "Microsoft.AspNetCore", LogEventLevel.Warning)
            // SQL at information level would drown everything else.
            .Quieten(settings, "Microsoft.EntityFrameworkCore", LogEventLevel.Warning)
            // The start is announced in words of our own.
            .Quieten(settings, "Microsoft.Hosting.Lifetime", LogEventLevel.Warning)
            // The keys lie unencrypted beside the database that they protect, and whoever reads one reads the other.
            .Quieten(settings, "Microsoft.AspNetCore.DataProtection", LogEventLevel.Error)
            // Pages with a form are never kept, and every time it would be said that something else had forbidden it already.
            .Quieten(settings, "Microsoft.AspNetCore.Antiforgery", LogEventLevel.Error)
            // In a clone the assets are served from where they are built, so no folder lies beside the program.
            .Quieten(settings, "Microsoft.AspNetCore.StaticFiles", LogEventLevel.Error)
            // An address in use is the user's to mend and is told to the user; any other exception ends the process.
            .Filter.ByExcluding(happening => happening.MessageTemplate.Text == "Hosting failed to start")
            .Enrich.FromLogContext()
            .WriteTo.File(
                new CompactJsonFormatter(),
                Path.Combine(settings.Folders.Logs, "log-.jsonl"),
                rollingInterval: RollingInterval.Day,
                retainedFileTimeLimit: TimeSpan.FromDays(settings.Logs.Days),
                retainedFileCountLimit: null,
                fileSizeLimitBytes: (long)settings.Logs.FileMegabytes * 1024 * 1024,
                rollOnFileSizeLimit: true,
                shared: true);

    private static LoggerConfiguration Quieten(this LoggerConfiguration logs, Settings settings, string source, LogEventLevel level) =>
        logs.MinimumLevel.Override(source, settings.Logs.Level > level ? settings.Logs.Level : level);
}
