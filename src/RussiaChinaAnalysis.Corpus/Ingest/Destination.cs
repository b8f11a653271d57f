namespace RussiaChinaAnalysis.Corpus.Ingest;

/// <summary>Where the text of a file goes.</summary>
public abstract record Destination
{
    private Destination() { }

    /// <summary>To the document with a file of the same name and similar wording, as its next version; without one, to a document of its own.</summary>
    public static Destination Automatic { get; } = new Found();

    /// <summary>To a document of its own.</summary>
    public static Destination New { get; } = new Own();

    /// <summary>To this document, as its next version.</summary>
    /// <param name="SeenVersion">The number of the version that it is to follow; null for whatever is current.</param>
    public sealed record RevisionOf(int DocumentId, int? SeenVersion) : Destination;

    private sealed record Found : Destination;

    private sealed record Own : Destination;
}
