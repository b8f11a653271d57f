using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Revise;

namespace RussiaChinaAnalysis.Corpus.Ingest;

/// <summary>What became of one file.</summary>
public abstract record IngestResult
{
    private IngestResult() { }

    /// <param name="Passages">How many were stored.</param>
    public sealed record Imported(int DocumentId, int Passages) : IngestResult;

    /// <summary>A document that was there has got its next version.</summary>
    /// <param name="Version">The number of the version.</param>
    public sealed record Revised(int DocumentId, int Version, RevisionCounts Counts) : IngestResult;

    /// <summary>The same bytes are already in the corpus; nothing was stored.</summary>
    public sealed record Unchanged(int DocumentId) : IngestResult;

    /// <summary>The document has a newer version than the one that this was to follow; nothing was stored.</summary>
    public sealed record Outdated(int DocumentId) : IngestResult;

    /// <summary>Nothing was stored.</summary>
    /// <param name="Message">One sentence that names the file, says what is wrong and how to mend it.</param>
    public sealed record Refused(RefusalReason Reason, string Message) : IngestResult;
}
