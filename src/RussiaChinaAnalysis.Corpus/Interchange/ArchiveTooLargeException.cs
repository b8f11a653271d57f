namespace RussiaChinaAnalysis.Corpus.Interchange;

/// <summary>The corpus is larger than an archive may be. Nothing that was written is of use: it could not be taken in again.</summary>
/// <param name="limits">How much an archive may hold.</param>
public sealed class ArchiveTooLargeException(string limits)
    : Exception($"The corpus is larger than an archive may be ({limits}), and could not be taken in again. Keep it with the command backup, or move it with the command migrate-corpus.");
