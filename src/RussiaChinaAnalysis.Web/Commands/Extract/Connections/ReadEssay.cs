using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Arguments.Extraction;

namespace RussiaChinaAnalysis.Web.Commands.Extract.Connections;

/// <summary>An essay of the run.</summary>
/// <param name="Source">The file as the user named it.</param>
internal sealed record ReadEssay(string Source, ArgumentStructure Structure)
{
    public string Title => Structure.Document.Metadata.Title;

    public string Text => Structure.Document.Text;

    /// <summary>The title and the theses.</summary>
    public ImmutableArray<StatementSignature> Conclusions() =>
    [
        SignatureReader.Title(Title),
        .. Structure.Passages
            .Where(passage => passage.IsThesis)
            .Select(passage => SignatureReader.Thesis(passage.Span.Of(Text), passage.Span.Start)),
    ];

    /// <summary>What is compared of the claims and the evidence, in the order of the text.</summary>
    /// <param name="document">The number that the references are to give to this essay.</param>
    public ImmutableArray<PassageSignature> Signatures(int document) =>
    [
        .. Structure.Passages
            .Where(passage => passage.Role != Role.Context)
            .Select(passage => SignatureReader.Passage(new ComparedPassage(
                new PassageReference(document, passage.Id),
                passage.Span,
                passage.Span.Of(Text),
                Holds: passage is not { Attribution: AttributionKind.Reported, Stance: Stance.Opp },
                passage.Quantities))),
    ];
}
