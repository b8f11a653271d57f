namespace RussiaChinaAnalysis.Benchmarks;

internal static class Repository
{
    private static readonly string Root = FindRoot();

    public static string Seeds => Path.Combine(Root, "seeds");

    public static string Codebook => Path.Combine(Root, "data", "codebook.yaml");

    public static string Rules => Path.Combine(Root, "data", "extraction", "rules.yaml");

    public static string RelationConfidence => Path.Combine(Root, "data", "extraction", "relation-confidence.yaml");

    public static string Gold => Path.Combine(Root, "data", "gold", "dev");

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "RussiaChinaAnalysis.sln")))
            folder = folder.Parent;
        return folder?.FullName ?? throw new InvalidOperationException("The benchmarks run outside the repository.");
    }
}
