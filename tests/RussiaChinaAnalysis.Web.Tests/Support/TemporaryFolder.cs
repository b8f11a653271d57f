namespace RussiaChinaAnalysis.Web.Tests.Support;

/// <summary>An empty folder that is gone after the test.</summary>
public sealed class TemporaryFolder : IDisposable
{
    public string Path { get; } = Directory.CreateTempSubdirectory("rca-test-").FullName;

    public string Child(string name) => System.IO.Path.Combine(Path, name);

    /// <summary>Writes UTF-8 without byte order mark and says where.</summary>
    public string Write(string name, string text)
    {
        var path = Child(name);
        Directory.CreateDirectory(System.IO.Path.GetDirectoryName(path)!);
        File.WriteAllText(path, text);
        return path;
    }

    public string Write(string name, ReadOnlySpan<byte> content)
    {
        var path = Child(name);
        File.WriteAllBytes(path, content);
        return path;
    }

    public void Dispose() => Directory.Delete(Path, recursive: true);
}
