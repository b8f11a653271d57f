namespace RussiaChinaAnalysis.Corpus.Tests.Support;

/// <summary>Files of the repository that tests read as users find them.</summary>
internal static class RepositoryFiles
{
    public static string Root { get; } = FindRoot();

    public static string Codebook => Path.Combine(Root, "data", "codebook.yaml");

    public static string Seeds => Path.Combine(Root, "seeds");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RussiaChinaAnalysis.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The tests run outside the repository.");
    }
}
