namespace RussiaChinaAnalysis.Corpus.Reports.Formats;

/// <summary>Counts statements, tells of every hundredth, and stops where the work was cancelled.</summary>
internal sealed class ReportSteps(IProgress<int> progress, CancellationToken cancellation)
{
    private const int Every = 100;

    private int done;

    public void Next()
    {
        if (++done % Every != 0)
            return;
        cancellation.ThrowIfCancellationRequested();
        progress.Report(done);
    }
}
