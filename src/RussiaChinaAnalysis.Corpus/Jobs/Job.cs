namespace RussiaChinaAnalysis.Corpus.Jobs;

/// <summary>
/// Work that outlives the request that asked for it. Whoever works on it holds a lease; when the lease runs out, because
/// the process was killed or its machine stood still, the job is taken again.
/// </summary>
public sealed class Job
{
    public int Id { get; private set; }

    /// <summary>The <see cref="IJobHandler.Kind"/> of who can do it.</summary>
    public required string Kind { get; init; }

    /// <summary>What the handler needs to know, in a form of its own; never a secret.</summary>
    public required string Payload { get; init; }

    public JobState State { get; set; }

    /// <summary>What is being done, in words for people.</summary>
    public string Stage { get; set; } = string.Empty;

    /// <summary>How far it came at most while <see cref="Total"/> stayed the same.</summary>
    public int Done { get; set; }

    public int Total { get; set; }

    public Guid? LeaseOwner { get; set; }

    /// <summary>UTC.</summary>
    public DateTime? LeaseExpiresAt { get; set; }

    /// <summary>How often it was taken since it last got on.</summary>
    public int Attempts { get; set; }

    public bool IsCancelRequested { get; set; }

    /// <summary>What came of it, in the handler's own form; given exactly when <see cref="State"/> is <see cref="JobState.Finished"/>.</summary>
    public string? Result { get; set; }

    /// <summary>Why it failed, in words for people.</summary>
    public string? Problem { get; set; }

    /// <summary>The person's name as it was then; null when the program itself asked.</summary>
    public string? AskedBy { get; init; }

    /// <summary>UTC.</summary>
    public required DateTime AskedAt { get; init; }

    /// <summary>When it was first taken, UTC.</summary>
    public DateTime? StartedAt { get; set; }

    /// <summary>When it came to its end, whatever end, UTC.</summary>
    public DateTime? EndedAt { get; set; }
}

public enum JobState
{
    Waiting,
    Running,
    Finished,
    Cancelled,
    Failed,
}
