using System.Diagnostics;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Imports;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Jobs;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Tests.Support;

/// <summary>This program started once more, to work off the queue, and to confirm what was read, until it is done or killed.</summary>
internal static class WorkingProcess
{
    public const string Command = "work-until-killed";

    /// <summary>Written to standard output when the first file has been dealt with.</summary>
    public const string GotOn = "got on";

    /// <param name="minutesAhead">How far the process's clock is ahead, so that leases of killed ones have run out.</param>
    public static Process Start(TestStorage storage, int minutesAhead) =>
        Process.Start(new ProcessStartInfo(
            Environment.ProcessPath!,
            [Command, storage.DatabasePath, storage.ConnectionString ?? string.Empty, minutesAhead.ToString(CultureInfo.InvariantCulture)])
        {
            RedirectStandardOutput = true,
        })!;

    public static async Task<int> RunAsync(string database, string connectionString, string minutesAhead)
    {
        await using var services = new ServiceCollection()
            .AddSingleton<TimeProvider>(new ClockAhead(TimeSpan.FromMinutes(int.Parse(minutesAhead, CultureInfo.InvariantCulture))))
            .AddCorpus(new CorpusOptions(database, RepositoryFiles.Codebook, SeedFolder: null, MaximumFileBytes: 1 << 20)
            {
                Provider = connectionString.Length == 0 ? StorageProvider.Sqlite : StorageProvider.Postgres,
                ConnectionString = connectionString,
            })
            .BuildServiceProvider();
        var runner = services.GetRequiredService<JobRunner>();
        _ = Task.Run(() => AnnounceAsync(services));
        do
        {
            while (await runner.RunNextAsync(CancellationToken.None))
            {
                // One job after the other.
            }
        }
        while (await ConfirmAsync(services));
        return 0;
    }

    /// <summary>Starting takes much longer than a file does, so a kill at any moment of the process would nearly always hit the start.</summary>
    private static async Task AnnounceAsync(ServiceProvider services)
    {
        var start = await DoneAsync();
        while (await DoneAsync() == start)
            await Task.Delay(TimeSpan.FromMilliseconds(5));
        Console.WriteLine(GotOn);

        async Task<int> DoneAsync()
        {
            await using var context = await services.GetRequiredService<IDbContextFactory<CorpusContext>>().CreateDbContextAsync();
            return await context.ImportFiles.CountAsync(file => file.State == ImportFileState.Waiting || file.State == ImportFileState.Confirmed);
        }
    }

    private static async Task<bool> ConfirmAsync(ServiceProvider services)
    {
        var imports = services.GetRequiredService<ImportBrowser>();
        var confirmed = false;
        foreach (var summary in (await imports.ListAsync(10, CancellationToken.None)).Where(import => import.Step == ImportStep.Review))
        {
            var import = (await imports.FindAsync(summary.Id, CancellationToken.None))!;
            confirmed |= (await services.GetRequiredService<ImportDesk>().ConfirmAsync(
                import.Summary.Id,
                import.Files.ToDictionary(file => file.Id, file => new FileDecision(IsLeftOut: false, new DocumentDetails(file.Title), RevisionOf: null)),
                askedBy: null,
                CancellationToken.None)).IsQueued;
        }

        return confirmed;
    }

    private sealed class ClockAhead(TimeSpan by) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => base.GetUtcNow() + by;
    }
}
