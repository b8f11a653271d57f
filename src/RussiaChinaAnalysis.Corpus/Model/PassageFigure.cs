namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>Files a passage under a figure that it gives, so that passages with figures of about the same value are found.</summary>
public sealed class PassageFigure
{
    /// <summary>A <see cref="Arguments.Comparison.FigureKey"/>.</summary>
    public required string Key { get; init; }

    public required int PassageId { get; init; }

    public Passage Passage { get; private set; } = null!;
}
