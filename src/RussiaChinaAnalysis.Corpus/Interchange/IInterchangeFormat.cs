using RussiaChinaAnalysis.Corpus.Files;

namespace RussiaChinaAnalysis.Corpus.Interchange;

/// <summary>A format of other tools. What each of them loses stands in docs/interchange.md.</summary>
internal interface IInterchangeFormat
{
    FormatDescription Description { get; }

    /// <summary>Whether the format can say that something was rejected; otherwise what was rejected is left out.</summary>
    bool KeepsRejected { get; }

    /// <summary>The same corpus always gives the same bytes.</summary>
    /// <param name="progress">How many documents are written.</param>
    Task WriteAsync(InterchangeCorpus corpus, Stream output, IProgress<int> progress, CancellationToken cancellation);
}
