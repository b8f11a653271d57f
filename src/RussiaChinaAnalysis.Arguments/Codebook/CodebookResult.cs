using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Codebook;

/// <summary>What became of a codebook file.</summary>
public abstract record CodebookResult
{
    private CodebookResult() { }

    public sealed record Loaded(ThemeCodebook Codebook) : CodebookResult;

    /// <param name="Errors">Everything that is wrong, in the order of the file; never empty.</param>
    public sealed record Refused(ImmutableArray<CodebookError> Errors) : CodebookResult;
}

/// <param name="File">The name that the loader was given.</param>
/// <param name="Line">From 1.</param>
/// <param name="Column">From 1, in UTF-16 code units.</param>
/// <param name="Message">What is wrong and how to mend it, fit to be shown to the user.</param>
public sealed record CodebookError(string File, int Line, int Column, string Message)
{
    /// <summary>In the form that editors and terminals turn into a link.</summary>
    public override string ToString() => $"{File}:{Line}:{Column}: {Message}";
}
