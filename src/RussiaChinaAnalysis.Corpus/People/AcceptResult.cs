using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.People;

/// <summary>What became of an invitation that somebody used.</summary>
public abstract record AcceptResult
{
    private AcceptResult() { }

    public sealed record Accepted(Person Person) : AcceptResult;

    /// <summary>It was used or withdrawn, has expired, or never was.</summary>
    public sealed record Gone : AcceptResult;

    /// <summary>The name or the password will not do. The invitation can be used again.</summary>
    public sealed record Refused(IReadOnlyList<string> Problems) : AcceptResult;
}
