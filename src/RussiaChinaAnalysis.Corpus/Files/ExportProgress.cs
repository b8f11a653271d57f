namespace RussiaChinaAnalysis.Corpus.Files;

/// <summary>How far the writing of a file is. What is counted depends on it: documents, statements of a report, tables of an archive.</summary>
/// <param name="Done">From 0 to the total.</param>
public sealed record ExportProgress(int Done, int Total);

/// <summary>Says of a bare number how much of the whole it is.</summary>
internal sealed class CountedProgress(IProgress<ExportProgress>? progress, int total) : IProgress<int>
{
    public void Report(int value) => progress?.Report(new(value, total));
}
