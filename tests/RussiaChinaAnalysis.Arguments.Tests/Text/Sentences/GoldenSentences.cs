namespace RussiaChinaAnalysis.Arguments.Tests.Text.Sentences;

/// <summary>Golden cases are written as prose, one paragraph per line, in <c>GoldenSentences.md</c>.</summary>
internal static class GoldenSentences
{
    public static IEnumerable<string> Load()
    {
        using var stream = typeof(GoldenSentences).Assembly.GetManifestResourceStream("GoldenSentences.md")
            ?? throw new InvalidOperationException("GoldenSentences.md is not embedded.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
            if (line.StartsWith("> ", StringComparison.Ordinal))
                yield return line[2..];
    }
}
