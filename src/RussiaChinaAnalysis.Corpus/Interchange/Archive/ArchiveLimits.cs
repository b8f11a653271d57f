namespace RussiaChinaAnalysis.Corpus.Interchange.Archive;

/// <summary>How much an archive may hold. What is written keeps to the limits of what is read.</summary>
/// <param name="Bytes">Of all files together, unpacked.</param>
/// <param name="Files">Beside the manifest.</param>
internal sealed record ArchiveLimits(long Bytes, int Files)
{
    public static ArchiveLimits Default { get; } = new(2_000_000_000, 200_000);

    public bool Hold(int files, long bytes) => files <= Files && bytes <= Bytes;

    public override string ToString() => FormattableString.Invariant($"{Bytes / 1_000_000_000.0:0.#} GB, {Files:N0} files");
}
