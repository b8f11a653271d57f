using RussiaChinaAnalysis.Corpus.Jobs;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Imports;

/// <summary>Files that were handed in together. They are staged here until somebody has seen what was found in them.</summary>
public sealed class Import
{
    public int Id { get; private set; }

    public ImportStep Step { get; set; }

    /// <summary>The job of the step that runs, or of the last one that ran.</summary>
    public int? JobId { get; private set; }

    public Job? Job { get; set; }

    /// <summary>The person's name as it was then; null when the program itself asked.</summary>
    public string? AskedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AskedAt { get; init; }

    public List<ImportFile> Files { get; } = [];
}

public enum ImportStep
{
    /// <summary>The files are read, to see what is in them.</summary>
    Reading,

    /// <summary>Somebody is to look at what was found, and to confirm it.</summary>
    Review,

    /// <summary>What was confirmed is stored.</summary>
    Storing,

    /// <summary>Every file has its outcome.</summary>
    Ended,
}

/// <summary>One staged file: what was found in it, what a person says of it, and what became of it.</summary>
public sealed class ImportFile
{
    public int Id { get; private set; }

    public int ImportId { get; private set; }

    public Import Import { get; init; } = null!;

    /// <summary>1, 2, 3 … in the order in which the files came.</summary>
    public required int Ordinal { get; init; }

    /// <summary>Its path within what was handed in, with slashes, such as <c>letters/may.md</c>; never leads outside.</summary>
    public required string Path { get; init; }

    public required int Bytes { get; init; }

    public ImportFileState State { get; set; }

    public string? Title { get; set; }

    public string? Author { get; set; }

    public string? Published { get; set; }

    public string? Language { get; set; }

    public int? Words { get; set; }

    /// <summary>The document that becomes the owner of a new version; null for a document of its own.</summary>
    public int? RevisionOfId { get; set; }

    public Document? RevisionOf { get; init; }

    /// <summary>The document whose text is most like this one, when they are nearly the same.</summary>
    public int? SimilarToId { get; set; }

    public Document? SimilarTo { get; init; }

    /// <summary>From 0 to 1: the share of word sequences that both texts hold, of those that either holds.</summary>
    public double? Similarity { get; set; }

    /// <summary>What was stored, or was there already.</summary>
    public int? DocumentId { get; internal set; }

    public Document? Document { get; set; }

    /// <summary>The number of the version that was stored; of a confirmed revision, the number that it is to have.</summary>
    public int? Version { get; set; }

    /// <summary>What became of it, in words for people.</summary>
    public string Message { get; set; } = string.Empty;

    /// <summary>Null as soon as it is no longer needed.</summary>
    public StagedFile? Content { get; set; }
}

/// <summary>The bytes of a staged file, in a table of their own so that lists never load them.</summary>
public sealed class StagedFile
{
    public int FileId { get; private set; }

    public required byte[] Content { get; init; }
}

public enum ImportFileState
{
    Waiting,

    /// <summary>It was read, and waits to be confirmed.</summary>
    Readable,

    /// <summary>It was confirmed, and waits to be stored.</summary>
    Confirmed,
    Imported,
    NewVersion,
    Unchanged,
    Refused,
    LeftOut,
    Cancelled,
}
