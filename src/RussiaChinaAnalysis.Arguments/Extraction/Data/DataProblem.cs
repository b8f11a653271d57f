namespace RussiaChinaAnalysis.Arguments.Extraction.Data;

/// <summary>One thing that is wrong in a data file of the extractor.</summary>
/// <param name="Line">From 1.</param>
public sealed record DataProblem(string File, int Line, string Message)
{
    public override string ToString() => $"{File}({Line}): {Message}";
}

/// <summary>The data files that a pipeline was to be built from are broken; all problems at once.</summary>
public sealed class ExtractionDataException(IReadOnlyList<DataProblem> problems)
    : Exception(string.Join(Environment.NewLine, problems))
{
    public IReadOnlyList<DataProblem> Problems { get; } = problems;
}
