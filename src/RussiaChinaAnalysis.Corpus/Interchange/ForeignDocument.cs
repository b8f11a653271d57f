using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Interchange;

/// <summary>A document with an argument that another tool, or another corpus, has found in it.</summary>
/// <param name="FileName">Stands for the file that it came from.</param>
/// <param name="Text">Normalised.</param>
/// <param name="Original">What is kept as the original file.</param>
/// <param name="KnownAs">The hash under which another corpus knows it; null when it has no other than that of its bytes.</param>
internal sealed record ForeignDocument(
    string FileName,
    string Title,
    string? Author,
    string? Published,
    string? Language,
    string Text,
    ImmutableArray<Block> Blocks,
    string MediaType,
    byte[] Original,
    string? KnownAs,
    IReadOnlyList<ForeignPassage> Passages,
    IReadOnlyList<ForeignRelation> Relations);

internal sealed record ForeignPassage(TextSpan Span, Role Role)
{
    public bool IsThesis { get; init; }

    public EvidenceKind? EvidenceKind { get; init; }

    public AttributionKind Attribution { get; init; }

    public string? AttributedTo { get; init; }

    public Stance Stance { get; init; }

    public double Confidence { get; init; } = 1;

    public Origin Origin { get; init; } = Origin.Person;

    public Status Status { get; init; }

    /// <summary>Slugs; those that the codebook lacks are reported and left out.</summary>
    public IReadOnlyList<string> Themes { get; init; } = [];
}

/// <param name="From">The place of a passage in the document's list, from 0.</param>
/// <param name="To">The place of a passage, or, when <paramref name="ToRelation"/> is set, of a relation before this one.</param>
internal sealed record ForeignRelation(int From, int To, bool ToRelation, RelationKind Kind)
{
    public double Confidence { get; init; } = 1;

    public Origin Origin { get; init; } = Origin.Person;

    public Status Status { get; init; }
}
