using RussiaChinaAnalysis.Corpus.Jobs;


namespace RussiaChinaAnalysis.Corpus.Imports;

/// <summary>One import as it stands.</summary>
public sealed record ImportView(ImportSummary Summary, JobView Job, IReadOnlyList<ImportFileView> Files);

/// <param name="AskedAt">UTC.</param>
public sealed record ImportSummary(int Id, ImportStep Step, string? AskedBy, DateTime AskedAt, int Files, int Stored, int Refused);

/// <param name="Stage">What is being done, in words for people.</param>
/// <param name="Problem">Why it failed, in words for people.</param>
public sealed record JobView(int Id, JobState State, string Stage, int Done, int Total, bool IsCancelRequested, string? Problem)
{
    public bool IsUnderWay => State is JobState.Waiting or JobState.Running;
}

/// <param name="Similarity">With <paramref name="SimilarTo"/>, from 0 to 1.</param>
/// <param name="Document">What was stored or was there already.</param>
/// <param name="Version">The number of the version that was stored.</param>
public sealed record ImportFileView(
    int Id,
    string Path,
    int Bytes,
    ImportFileState State,
    string? Title,
    string? Author,
    string? Published,
    string? Language,
    int? Words,
    DocumentName? RevisionOf,
    DocumentName? SimilarTo,
    double? Similarity,
    DocumentName? Document,
    int? Version,
    string Message);

public sealed record DocumentName(int Id, string Title);
