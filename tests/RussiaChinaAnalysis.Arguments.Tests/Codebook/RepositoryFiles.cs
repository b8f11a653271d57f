namespace RussiaChinaAnalysis.Arguments.Tests.Codebook;

/// <summary>Files of the repository that tests read where they lie.</summary>
internal static class RepositoryFiles
{
    public static string Path(params string[] parts)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(System.IO.Path.Combine(folder.FullName, "RussiaChinaAnalysis.sln")))
            folder = folder.Parent;

        Assert.NotNull(folder);
        return System.IO.Path.Combine([folder.FullName, .. parts]);
    }

    public static string Read(params string[] parts) => File.ReadAllText(Path(parts));
}
