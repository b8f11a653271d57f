using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Arguments.Extraction;

/// <summary>
/// Reads documents as arguments. Made by <see cref="ArgumentPipelineBuilder"/>, immutable, and safe to use from several
/// threads at once.
/// </summary>
public sealed class ArgumentPipeline
{
    private readonly ImmutableArray<IExtractionStage> stages;

    internal ArgumentPipeline(RuleCatalogue rules, ImmutableArray<IExtractionStage> stages)
    {
        Rules = rules;
        this.stages = stages;
    }

    /// <summary>The rules that the cues of the extracted structures name.</summary>
    public RuleCatalogue Rules { get; }

    public ArgumentStructure Extract(SourceDocument document)
    {
        var state = new ExtractionState(document);
        foreach (var stage in stages)
            stage.Run(state);
        return state.Freeze();
    }
}
