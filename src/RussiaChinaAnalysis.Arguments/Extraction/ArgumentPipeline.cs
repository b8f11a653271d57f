using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Arguments.Text.Sentences;

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
        ImmutableArray<UnlabelledText> unlabelled = [.. LexiconLanguages.Unlabelled(document.Metadata.Language, document.Blocks)];
        if (unlabelled.IsEmpty)
            return Label(document);
        // The stages never see what they have no words for.
        var spans = unlabelled.Select(text => text.Span).ToHashSet();
        var labelled = Label(document with { Blocks = [.. document.Blocks.Where(block => !spans.Contains(block.Span))] });
        return labelled with
        {
            Document = document,
            Sentences = [.. labelled.Sentences.Concat(Split(document.Text, spans)).OrderBy(sentence => sentence.Start)],
            Unlabelled = unlabelled,
        };
    }

    private ArgumentStructure Label(SourceDocument document)
    {
        var state = new ExtractionState(document);
        foreach (var stage in stages)
            stage.Run(state);
        return state.Freeze();
    }

    private static List<TextSpan> Split(string text, IEnumerable<TextSpan> blocks)
    {
        var sentences = new List<TextSpan>();
        foreach (var block in blocks)
            SentenceSplitter.Split(text, block, sentences);
        return sentences;
    }
}
