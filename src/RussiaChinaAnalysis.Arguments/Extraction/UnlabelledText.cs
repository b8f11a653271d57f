using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction;

/// <summary>A block that is left unlabelled because there is no lexicon for its language: no label is given by guess.</summary>
public sealed record UnlabelledText(TextSpan Span, string Language);

/// <summary>The languages that the lexicon has words for.</summary>
public static class LexiconLanguages
{
    /// <summary>A text that is too short to tell, and says nothing of its language, is taken for English.</summary>
    public static bool Cover(string? language) => language is null || LanguageTag.IsEnglish(language);

    /// <summary>
    /// The blocks that get no labels. An essay in another language gets none at all, also where it quotes English: what a
    /// quotation argues for, the words around it decide.
    /// </summary>
    public static IEnumerable<UnlabelledText> Unlabelled(string? documentLanguage, IEnumerable<Block> blocks) =>
        from block in blocks
        let uncovered = !Cover(documentLanguage) ? documentLanguage : !Cover(block.Language) ? block.Language : null
        where uncovered is not null
        select new UnlabelledText(block.Span, uncovered);
}
