namespace RussiaChinaAnalysis.Arguments.Reading;

/// <summary>
/// Runs a reader that stands on a parsing library. Such libraries answer damaged files with any exception at all, and
/// some files keep them busy for ever: both become refusals.
/// </summary>
internal static class GuardedReading
{
    /// <param name="application">Opens and saves such files, as the advice to the user names it.</param>
    /// <exception cref="OperationCanceledException">The caller cancelled.</exception>
    public static ReadResult Run(
        SourceFile file, ReadingLimits limits, string application, Func<CancellationToken, ReadResult> read, CancellationToken cancellation)
    {
        using var budget = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        budget.CancelAfter(limits.MaximumTime);
        try
        {
            return read(budget.Token);
        }
        catch (Exception) when (cancellation.IsCancellationRequested)
        {
            throw new OperationCanceledException(cancellation);
        }
        catch (OperationCanceledException)
        {
            return Refusals.TooSlow(file, limits);
        }
        catch (Exception)
        {
            return Refusals.Malformed(file, $"is damaged or incomplete; open it in {application}, save it again, and import that.");
        }
    }
}
