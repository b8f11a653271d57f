namespace RussiaChinaAnalysis.Corpus.Ingest;

/// <param name="Outcomes">One for each file, in the order in which they were taken.</param>
public sealed record IngestSummary(IReadOnlyList<IngestOutcome> Outcomes)
{
    public int Imported => Outcomes.Count(outcome => outcome.Result is IngestResult.Imported);

    /// <summary>How many documents got their next version.</summary>
    public int Revised => Outcomes.Count(outcome => outcome.Result is IngestResult.Revised);

    public int Unchanged => Outcomes.Count(outcome => outcome.Result is IngestResult.Unchanged);

    public int Refused => Outcomes.Count(outcome => outcome.Result is IngestResult.Refused);

    /// <summary>The documents of which a version was stored.</summary>
    public IEnumerable<int> Stored => Outcomes.Select(outcome => outcome.Result switch
    {
        IngestResult.Imported imported => imported.DocumentId,
        IngestResult.Revised revised => revised.DocumentId,
        _ => (int?)null,
    }).OfType<int>().Distinct();

    /// <summary>How many passages were stored.</summary>
    public int Passages => Outcomes.Select(outcome => outcome.Result).OfType<IngestResult.Imported>().Sum(imported => imported.Passages);
}

public sealed record IngestOutcome(string Path, IngestResult Result);

/// <param name="Done">Files that have been dealt with, this one among them.</param>
public sealed record IngestProgress(int Done, int Total, IngestOutcome Latest);
