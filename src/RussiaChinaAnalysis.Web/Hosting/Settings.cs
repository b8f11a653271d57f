using System.Net;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus;
using RussiaChinaAnalysis.Web.Accounts;
using Serilog.Events;

namespace RussiaChinaAnalysis.Web.Hosting;

/// <summary>Everything that can be configured, checked. README.md lists the keys.</summary>
/// <param name="Proxies">Whose headers are believed about who calls; none unless the settings name some.</param>
internal sealed record Settings(Folders Folders, StorageSettings Storage, Limits Limits, LogSettings Logs, TelemetrySettings Telemetry, AccountSettings Accounts, IReadOnlyList<IPNetwork> Proxies)
{
    /// <exception cref="UserMistakeException">Names every key that is wrong, not only the first.</exception>
    public static Settings Read(IConfiguration configuration)
    {
        var reader = new SettingsReader(configuration);
        var settings = new Settings(
            Folders.Find(
                reader.Text("Folders:Data"),
                reader.Text("Folders:Seeds"),
                Environment.CurrentDirectory,
                AppContext.BaseDirectory),
            StorageSettings.Read(reader),
            new Limits(
                reader.Number("Limits:FileMegabytes", 10, 1, 1000),
                reader.Number("Limits:ImportMegabytes", 200, 1, 2000),
                reader.Number("Limits:StagedDays", 14, 1, 3650),
                reader.Number("Limits:RequestSeconds", 60, 1, 3600),
                reader.Number("Limits:Connections", 1000, 1, 100_000)),
            new LogSettings(
                reader.Choice("Logs:Level", LogEventLevel.Information),
                reader.Number("Logs:Days", 14, 1, 3650),
                reader.Number("Logs:FileMegabytes", 50, 1, 1024)),
            TelemetrySettings.Read(reader),
            AccountSettings.Read(reader),
            Proxy.Read(reader));
        reader.Finish("Folders", "Storage", "Limits", "Logs", "Telemetry", AccountSettings.Section, "Proxy");
        return settings;
    }

    /// <summary>The corpus of these settings.</summary>
    /// <param name="seeds">The folder that is taken in at the start; null for none.</param>
    public CorpusOptions Corpus(string? seeds) => new(Folders.Database, Folders.Codebook, seeds, Limits.FileBytes)
    {
        Provider = Storage.Provider,
        ConnectionString = Storage.ConnectionString,
        ReadConnectionString = Storage.ReadConnectionString,
        StagedFor = TimeSpan.FromDays(Limits.StagedDays),
    };
}

/// <param name="FileMegabytes">The largest file that is imported, in 1024 × 1024 bytes.</param>
/// <param name="ImportMegabytes">The most that is handed in at once: to be imported, as an archive, or as a report to check.</param>
/// <param name="StagedDays">How long what was handed in waits to be confirmed.</param>
/// <param name="RequestSeconds">After this time a request is given up.</param>
/// <param name="Connections">Open connections at one time.</param>
internal sealed record Limits(int FileMegabytes, int ImportMegabytes, int StagedDays, int RequestSeconds, int Connections)
{
    private const int Megabyte = 1024 * 1024;

    public long FileBytes => (long)FileMegabytes * Megabyte;

    public long ImportBytes => (long)ImportMegabytes * Megabyte;

    public ReadingLimits Reading => new((int)Math.Min(FileBytes, int.MaxValue), (int)Math.Min(FileBytes, int.MaxValue));

    /// <summary>A form holds the file and a few fields beside it.</summary>
    public long RequestBytes => FileBytes + Megabyte;
}

/// <param name="Level">Events below it are not written.</param>
/// <param name="Days">Older log files are deleted.</param>
/// <param name="FileMegabytes">A log file that has grown to this size is followed by another of the same day.</param>
internal sealed record LogSettings(LogEventLevel Level, int Days, int FileMegabytes);
