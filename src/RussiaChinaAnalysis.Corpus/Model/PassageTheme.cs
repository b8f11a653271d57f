using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction;

namespace RussiaChinaAnalysis.Corpus.Model;

/// <summary>A theme that a passage bears on.</summary>
public sealed class PassageTheme
{
    public int PassageId { get; private set; }

    public Passage Passage { get; init; } = null!;

    public required int ThemeId { get; init; }

    public Theme Theme { get; init; } = null!;

    /// <summary>Greater than 0, at most 1.</summary>
    public required double Score { get; set; }

    public Origin Origin { get; set; }

    public Status Status { get; set; }

    /// <inheritdoc cref="Passage.FormerStatus"/>
    public Status? FormerStatus { get; set; }

    public ImmutableArray<Cue> Cues { get; set; } = [];
}
