namespace RussiaChinaAnalysis.Web.Hosting;

/// <summary>Where a running instance reads and writes, as absolute paths.</summary>
/// <param name="Data">Holds the database, the logs, the keys and, if it has its own, <c>codebook.yaml</c>. Made when missing.</param>
/// <param name="Seeds">The essays that a new corpus starts with; need not exist.</param>
/// <param name="Codebook">The file that a new corpus takes its themes from.</param>
internal sealed record Folders(string Data, string Seeds, string Codebook)
{
    private const string CodebookName = "codebook.yaml";

    public string Database => Path.Combine(Data, "corpus.db");

    public string Logs => Path.Combine(Data, "logs");

    public string Keys => Path.Combine(Data, "keys");

    /// <summary>
    /// What is not given is looked for in the nearest home: the current folder or the closest above it that holds
    /// <c>data/codebook.yaml</c>, otherwise the program's own folder or the closest above that one. So the program finds
    /// its data from anywhere in a clone, from outside it, and where it was installed.
    /// </summary>
    public static Folders Find(string? data, string? seeds, string currentFolder, string programFolder)
    {
        var home = NearestHome(currentFolder) ?? NearestHome(programFolder) ?? currentFolder;
        var dataFolder = Path.GetFullPath(data ?? Path.Combine(home, "data"), currentFolder);
        var seedsFolder = Path.GetFullPath(seeds ?? Path.Combine(home, "seeds"), currentFolder);
        var ownCodebook = Path.Combine(dataFolder, CodebookName);
        return new Folders(
            dataFolder,
            seedsFolder,
            File.Exists(ownCodebook) ? ownCodebook : Path.Combine(home, "data", CodebookName));
    }

    private static string? NearestHome(string folder)
    {
        for (var candidate = new DirectoryInfo(folder); candidate is not null; candidate = candidate.Parent)
        {
            if (File.Exists(Path.Combine(candidate.FullName, "data", CodebookName)))
                return candidate.FullName;
        }

        return null;
    }
}
