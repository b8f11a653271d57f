using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Codebook;
using RussiaChinaAnalysis.Arguments.Codebook.Matching;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Arguments.Text.Words;

namespace RussiaChinaAnalysis.Arguments.Extraction.Themes;

/// <summary>
/// Says which themes each passage bears on: by cue terms in its words, by the headings above it, by words that point
/// back to a passage on a theme, and by words that it shares with a paragraph on a theme. Broader themes do not gather
/// those of narrower ones here. Immutable; shared between threads.
/// </summary>
internal sealed class ThemeTagger(ThemeCodebook codebook, ThemeRules rules)
{
    private readonly CueMatcher matcher = new(codebook);

    /// <param name="passages">In order, without overlap, each within one block.</param>
    /// <returns>The themes of each passage, the strongest first.</returns>
    public ImmutableArray<ImmutableArray<ThemeTag>> Tag(SourceDocument document, IReadOnlyList<PassagePlace> passages)
    {
        var table = WordTable.Read(document.Text, new TextSpan(0, document.Text.Length));
        var words = new ThemeWords(table);
        var occurrences = matcher.Find(document.Text, table);
        var themed = Place(document, passages, table);

        AddCueTerms(themed, occurrences, words);
        HeadingThemes.Add(document, themed, occurrences, rules.Heading);
        // In the order of the text, so that a theme carried to one passage can be carried on to the next.
        new AnaphorResolver(document, words, rules).Resolve(themed);
        ThemeCohesion.Add(words, themed, rules.Cohesion);

        return [.. themed.Select(passage => passage.Tags(codebook))];
    }

    private static ThemedPassage[] Place(SourceDocument document, IReadOnlyList<PassagePlace> passages, WordTable table)
    {
        var themed = new ThemedPassage[passages.Count];
        var block = 0;
        var word = 0;
        for (var index = 0; index < passages.Count; index++)
        {
            while (block + 1 < document.Blocks.Length && document.Blocks[block + 1].Span.Start <= passages[index].Span.Start)
                block++;
            var (first, end) = table.WordsIn(passages[index].Span, word);
            themed[index] = new ThemedPassage(passages[index].Span, block, passages[index].Paragraph, passages[index].StartsNewPoint) { FirstWord = first, EndWord = end };
            word = end;
        }

        return themed;
    }

    private void AddCueTerms(ThemedPassage[] passages, ImmutableArray<CueOccurrence> occurrences, ThemeWords words)
    {
        var index = 0;
        foreach (var occurrence in occurrences)
        {
            while (index < passages.Length && passages[index].Span.End <= occurrence.Span.Start)
                index++;
            if (index == passages.Length)
                return;
            if (!passages[index].Span.Contains(occurrence.Span.Start))
                continue;

            var score = passages[index].ScoreOf(occurrence.Theme);
            score.AddDirect(rules.CueTerm, occurrence.Span, occurrence.Term.Weight);
            var isName = char.IsUpper(occurrence.Term.Text[0]);
            if (score.Anchor.Span.IsEmpty || isName || !score.Anchor.IsName)
                score.Anchor = new ThemeAnchor(occurrence.Span, isName, words.KeyOf(occurrence.LastWord));
        }
    }
}

/// <param name="Paragraph">Equal for the passages of one paragraph.</param>
/// <param name="StartsNewPoint">“Second, …”: what points back then points to the actors, hardly to the point before.</param>
internal readonly record struct PassagePlace(TextSpan Span, int Paragraph, bool StartsNewPoint);
