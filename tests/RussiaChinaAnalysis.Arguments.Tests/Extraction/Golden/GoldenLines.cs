namespace RussiaChinaAnalysis.Arguments.Tests.Extraction.Golden;

internal static class GoldenLines
{
    /// <param name="resource">The name under which the document is embedded.</param>
    public static IEnumerable<string> Of(string resource)
    {
        using var reader = new StreamReader(typeof(GoldenLines).Assembly.GetManifestResourceStream(resource)!);
        while (reader.ReadLine() is { } line)
            yield return line;
    }
}
