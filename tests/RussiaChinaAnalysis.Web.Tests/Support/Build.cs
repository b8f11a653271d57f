using System.Runtime.CompilerServices;

namespace RussiaChinaAnalysis.Web.Tests.Support;

/// <summary>Where the clone and the program that belongs to this build stand.</summary>
public static class Build
{
    public static string Root { get; } = FindRoot();

    /// <summary>The program itself, built in the same configuration as the tests.</summary>
    public static string Program { get; } = Path.Combine(
        Root,
        "src",
        "RussiaChinaAnalysis.Web",
        Path.GetRelativePath(TestProject(), AppContext.BaseDirectory),
        "RussiaChinaAnalysis.Web.dll");

    private static string TestProject()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder.Parent!.Name != "tests")
            folder = folder.Parent;
        return folder.FullName;
    }

    private static string FindRoot([CallerFilePath] string thisFile = "") =>
        Path.GetFullPath(Path.Combine(Path.GetDirectoryName(thisFile)!, "..", "..", ".."));
}
