using RussiaChinaAnalysis.Arguments.Codebook;
using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Arguments.Extraction.Themes;

/// <summary>Which themes of the codebook each passage bears on.</summary>
internal sealed class ThemeStage(ThemeCodebook codebook, RuleCatalogue rules) : IExtractionStage
{
    private readonly ThemeTagger tagger = new(codebook, new ThemeRules(rules));

    public void Run(ExtractionState state)
    {
        var places = state.Passages
            .ConvertAll(passage => new PassagePlace(
                passage.Span,
                state.Sentences[passage.Sentence].Paragraph,
                passage.Opens(CueSense.NextPoint) || passage.Opens(CueSense.LastPoint)));
        var themes = tagger.Tag(state.Document, places);
        for (var index = 0; index < themes.Length; index++)
            state.Passages[index].Themes.AddRange(themes[index]);
    }
}
