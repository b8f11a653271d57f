namespace RussiaChinaAnalysis.Corpus.History;

/// <summary>What the program does to a document when it reads it, as its changes are called. It decides nothing, and is not undone.</summary>
public static class ReadingActions
{
    public const string NewVersion = "new version";

    public const string ReadAnew = "read anew";

    public static bool Includes(string action) => action is NewVersion or ReadAnew;
}
