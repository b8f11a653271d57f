namespace RussiaChinaAnalysis.Corpus.Jobs;

/// <summary>A job in the hands of who does it.</summary>
public sealed class JobRun
{
    private readonly JobQueue queue;
    private readonly Guid owner;

    internal JobRun(JobQueue queue, Guid owner, int id, string kind, string payload, int attempts)
    {
        this.queue = queue;
        this.owner = owner;
        Id = id;
        Kind = kind;
        Payload = payload;
        Attempts = attempts;
    }

    public int Id { get; }

    public string Kind { get; }

    public string Payload { get; }

    /// <summary>How often it was taken, this time included, since it last got on.</summary>
    public int Attempts { get; }

    /// <summary>Says how far it is; to be called after each step.</summary>
    /// <exception cref="LeaseLostException">Somebody else has the job by now; nothing more may be done to it.</exception>
    public Task ReportAsync(string stage, int done, int total, CancellationToken cancellation) =>
        queue.ReportAsync(Id, owner, stage, done, total, cancellation);
}

/// <summary>The lease ran out and the job was taken by somebody else.</summary>
public sealed class LeaseLostException() : OperationCanceledException("The lease of the job ran out.");
