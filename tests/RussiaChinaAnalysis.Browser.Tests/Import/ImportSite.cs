using System.IO.Compression;
using RussiaChinaAnalysis.Browser.Tests.Support;

namespace RussiaChinaAnalysis.Browser.Tests.Import;

/// <summary>One site for all that is imported in a browser, and the files that people bring along.</summary>
public sealed class ImportSite : IAsyncLifetime
{
    public const string First = """
        ---
        author: M. Lindqvist
        ---

        # On ferries

        Ferries should run at night, because night trains are full. Critics reply that crews are tired and dear.

        In 2024 the night line carried 31 percent more people than in the year before. That was the best result in a decade.

        The harbour is too small for larger ships. A second pier would help the whole coast.

        Nobody has asked the islanders so far. They will have the last word in the matter.

        """;

    /// <summary>Another figure, one sentence less, and a new one at the end.</summary>
    public static string Second => First
        .Replace("31 percent", "34 percent", StringComparison.Ordinal)
        .Replace("Nobody has asked the islanders so far. ", "", StringComparison.Ordinal)
        .Replace("in the matter.", "in the matter. A vote is planned for the autumn of next year.", StringComparison.Ordinal);

    private OwnSite site = null!;

    public async ValueTask InitializeAsync() => site = await OwnSite.StartAsync();

    public Uri At(string path) => site.At(path);

    internal IdleWorker StartIdleWorker() => new(site.OpenCorpus());

    /// <returns>The path of a file of this name; another of the same name lies in another folder.</returns>
    public string File(string name, string content) => site.Folder.Write($"files/{Guid.NewGuid():N}/{name}", content);

    public string Zip(string name, IEnumerable<(string Path, string Content)> files)
    {
        var path = File(name, "");
        using var archive = new ZipArchive(System.IO.File.Create(path), ZipArchiveMode.Create);
        foreach (var (entry, content) in files)
        {
            using var writer = new StreamWriter(archive.CreateEntry(entry).Open());
            writer.Write(content);
        }

        return path;
    }

    public ValueTask DisposeAsync() => site.DisposeAsync();
}
