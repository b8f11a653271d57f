using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Tests.Extraction.Themes;

namespace RussiaChinaAnalysis.Arguments.Tests.Comparison;

/// <summary>One side of a comparison.</summary>
internal sealed record ComparedEssay(ImmutableArray<StatementSignature> Conclusions, ImmutableArray<PassageSignature> Passages)
{
    public static readonly ArgumentPipeline Pipeline = new ArgumentPipelineBuilder().Build();

    public static ImmutableArray<PassageConnection> Links(string first, string second) => Links(Of(1, first), Of(2, second));

    public static ImmutableArray<PassageConnection> Links(ComparedEssay first, ComparedEssay second)
    {
        // Other texts, so that some words are rarer than others.
        var others = Of(10, "Cooks salt soup. Children play chess. The sea is deep. Old maps show new islands. Bread costs more each winter.");
        var all = new[] { first, second, others }.SelectMany(essay => essay.Passages).ToList();
        var frequencies = new TermFrequencies(all.Count, term => all.Count(passage => passage.Terms.Any(known => known.Key == term)));
        var (conclusions, sign) = ConclusionComparer.Compare(first.Conclusions, second.Conclusions, frequencies);
        return [.. first.Passages
            .SelectMany(_ => second.Passages, (mine, theirs) => PassageComparer.Compare(mine, theirs, frequencies))
            .SelectMany(links => links)
            .Select(link => link.Under(conclusions, sign))];
    }

    public static ComparedEssay Of(int id, string text)
    {
        // Equal titles would make any two conclude alike.
        var structure = Pipeline.Extract(Essay.Of(text) with { Metadata = new DocumentMetadata("") });
        // Every passage counts here, whatever role it was given.
        return Read(id, structure with { Passages = [.. structure.Passages.Select(passage => passage with { Role = Role.Claim })] });
    }

    public static ComparedEssay Read(int id, ArgumentStructure structure) =>
        new(SignatureReader.Conclusions(structure), SignatureReader.Passages(structure, id));
}
