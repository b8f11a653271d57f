using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Codebook;
using RussiaChinaAnalysis.Corpus.Ingest;

namespace RussiaChinaAnalysis.Corpus;

public abstract record StartupResult
{
    private StartupResult() { }

    /// <param name="Seeds">What became of the files in the seed folder.</param>
    public sealed record Ready(IngestSummary Seeds) : StartupResult;

    /// <summary>The corpus is new and its codebook file is broken or missing. Nothing was ingested.</summary>
    /// <param name="Errors">Everything that is wrong; never empty.</param>
    public sealed record CodebookRefused(ImmutableArray<CodebookError> Errors) : StartupResult;
}
