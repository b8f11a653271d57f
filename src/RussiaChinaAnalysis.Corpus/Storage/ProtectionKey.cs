namespace RussiaChinaAnalysis.Corpus.Storage;

/// <summary>A key that protects forms and cookies, kept where every node of a site finds it.</summary>
public sealed class ProtectionKey
{
    public int Id { get; private set; }

    public required string Name { get; init; }

    public required string Xml { get; init; }
}
