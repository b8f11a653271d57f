using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Browse.Documents;

namespace RussiaChinaAnalysis.Web.Pages.Documents;

/// <summary>Says of text in a language without a lexicon that it is there to be read, and why it has no labels.</summary>
public static class Unlabelled
{
    public static string Say(DocumentSummary document, string language)
    {
        var name = LanguageTag.NameOf(language);
        return document.Language == language
            ? $"Not labelled: no lexicon for {name}. The essay is kept as text, and nothing in it is counted as a claim or as evidence."
            : $"Paragraphs in {name} are not labelled: no lexicon for it.";
    }
}
