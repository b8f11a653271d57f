namespace RussiaChinaAnalysis.Corpus.Storage;

/// <summary>SQL that lies beside a class and is part of its assembly.</summary>
internal static class EmbeddedScript
{
    public static string Read(Type neighbour, string name)
    {
        using var stream = neighbour.Assembly.GetManifestResourceStream(neighbour, name)
            ?? throw new InvalidOperationException($"{name} is not embedded in the assembly.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
