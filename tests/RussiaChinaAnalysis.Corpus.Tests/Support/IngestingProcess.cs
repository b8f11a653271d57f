using System.Diagnostics;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Tests.Support;

/// <summary>This program started once more, to ingest a folder until it is done or killed.</summary>
internal static class IngestingProcess
{
    public const string Command = "ingest-until-killed";

    /// <summary>Written to standard output after each file.</summary>
    public const string Progress = "ingested";

    public static Process Start(TestStorage storage, string folder) =>
        Process.Start(new ProcessStartInfo(Environment.ProcessPath!, [Command, storage.DatabasePath, storage.ConnectionString ?? string.Empty, folder])
        {
            RedirectStandardOutput = true,
        })!;

    public static async Task<int> RunAsync(string database, string connectionString, string folder)
    {
        await using var services = new ServiceCollection()
            .AddCorpus(new CorpusOptions(database, RepositoryFiles.Codebook, folder, MaximumFileBytes: 1 << 20)
            {
                Provider = connectionString.Length == 0 ? StorageProvider.Sqlite : StorageProvider.Postgres,
                ConnectionString = connectionString,
            })
            .BuildServiceProvider();
        await services.GetRequiredService<CorpusStartup>().RunAsync(new Reporter(), CancellationToken.None);
        return 0;
    }

    private sealed class Reporter : IProgress<IngestProgress>
    {
        public void Report(IngestProgress value)
        {
            Console.WriteLine(Progress);
            Console.Out.Flush();
        }
    }
}
