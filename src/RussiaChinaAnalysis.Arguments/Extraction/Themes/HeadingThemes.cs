using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Codebook.Matching;
using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Themes;

/// <summary>
/// A heading speaks for the blocks below it, less with each block, until a heading of the same or a higher rank. The
/// document's title speaks for none: it names what the whole is about.
/// </summary>
internal static class HeadingThemes
{
    public static void Add(SourceDocument document, ThemedPassage[] passages, ImmutableArray<CueOccurrence> occurrences, Rule rule)
    {
        var open = new Stack<OpenHeading>();
        var passage = 0;
        var occurrence = 0;
        var bodies = 0;
        for (var index = 0; index < document.Blocks.Length; index++)
        {
            var block = document.Blocks[index];
            if (block.Kind == BlockKind.Heading)
            {
                while (open.TryPeek(out var above) && above.Level >= block.Level)
                    open.Pop();

                var themes = ThemesIn(block.Span, occurrences, ref occurrence);
                if (!IsTitle(document, index))
                    open.Push(new OpenHeading(block.Level, bodies, themes));
                continue;
            }

            while (passage < passages.Length && passages[passage].Block < index)
                passage++;
            while (passage < passages.Length && passages[passage].Block == index)
                AddTo(passages[passage++], open, bodies, rule);
            bodies++;
        }
    }

    private static void AddTo(ThemedPassage passage, Stack<OpenHeading> open, int bodies, Rule rule)
    {
        foreach (var heading in open)
        {
            var factor = rule.Weight * Math.Pow(ThemeWeights.HeadingDecay, bodies - heading.BodiesAbove);
            foreach (var (theme, sign) in heading.Themes)
                passage.ScoreOf(theme).Add(rule, sign.Span, factor * sign.Score);
        }
    }

    private static SortedDictionary<int, (double Score, TextSpan Span)> ThemesIn(TextSpan heading, ImmutableArray<CueOccurrence> occurrences, ref int next)
    {
        var themes = new SortedDictionary<int, (double Score, TextSpan Span)>();
        while (next < occurrences.Length && occurrences[next].Span.Start < heading.Start)
            next++;
        for (; next < occurrences.Length && occurrences[next].Span.Start < heading.End; next++)
        {
            var (theme, term, span, _) = occurrences[next];
            themes[theme] = themes.TryGetValue(theme, out var earlier)
                ? (1 - ((1 - earlier.Score) * (1 - term.Weight)), earlier.Span)
                : (term.Weight, span);
        }

        return themes;
    }

    private static bool IsTitle(SourceDocument document, int block) =>
        block == 0 && (document.Blocks[0].Level == 1 || document.Blocks[0].Span.In(document.Text).SequenceEqual(document.Metadata.Title));

    private sealed record OpenHeading(int Level, int BodiesAbove, SortedDictionary<int, (double Score, TextSpan Span)> Themes);
}
