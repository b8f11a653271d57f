using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Evaluation.Gold;

public abstract record GoldResult
{
    private GoldResult() { }

    public sealed record Success(GoldDocument Document) : GoldResult;

    /// <param name="Errors">Everything that is wrong with the file, in the order of its lines.</param>
    public sealed record Refused(ImmutableArray<GoldError> Errors) : GoldResult;
}

/// <param name="Line">From 1.</param>
public sealed record GoldError(string File, int Line, string Message)
{
    public override string ToString() => $"{File}:{Line}: {Message}";
}
