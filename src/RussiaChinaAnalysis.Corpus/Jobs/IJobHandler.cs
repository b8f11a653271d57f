namespace RussiaChinaAnalysis.Corpus.Jobs;

/// <summary>
/// Does the jobs of one kind. A job may be interrupted at any moment and begun again, so each of its steps marks itself
/// as done in the transaction that does it.
/// </summary>
public interface IJobHandler
{
    string Kind { get; }

    /// <returns>What <see cref="Job.Result"/> keeps.</returns>
    /// <exception cref="OperationCanceledException">The job was cancelled or the process stops.</exception>
    Task<string> RunAsync(JobRun run, CancellationToken cancellation);

    /// <summary>Puts things in order after the job was cancelled or has failed for good.</summary>
    Task AbandonAsync(JobRun run, CancellationToken cancellation);
}
