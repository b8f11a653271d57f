using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Arguments.Extraction.Themes;

/// <summary>
/// A paragraph that opens with a theme, or takes it up twice, lends it weakly to its other passages where they share
/// content words with those that are on the theme.
/// </summary>
internal static class ThemeCohesion
{
    public static void Add(ThemeWords words, ThemedPassage[] passages, Rule rule)
    {
        var ofTheme = new HashSet<int>();
        for (var start = 0; start < passages.Length;)
        {
            var end = start + 1;
            while (end < passages.Length && passages[end].Paragraph == passages[start].Paragraph)
                end++;
            if (end - start > 1)
                AddIn(words, passages.AsSpan(start, end - start), ofTheme, rule);
            start = end;
        }
    }

    /// <param name="ofTheme">Used anew for each theme.</param>
    private static void AddIn(ThemeWords words, Span<ThemedPassage> paragraph, HashSet<int> ofTheme, Rule rule)
    {
        foreach (var theme in LendingThemes(paragraph))
        {
            ofTheme.Clear();
            var strongest = 0.0;
            foreach (var passage in paragraph)
            {
                if (passage.Find(theme) is not { } score || score.DirectScore < ThemeWeights.Established)
                    continue;
                for (var word = passage.FirstWord; word < passage.EndWord; word++)
                {
                    if (words.IsContent(word))
                        ofTheme.Add(words.KeyOf(word));
                }

                strongest = Math.Max(strongest, score.DirectScore);
            }

            foreach (var passage in paragraph)
            {
                if (passage.Find(theme) is not { } known || known.Score < ThemeWeights.Threshold)
                    Lend(words, passage, theme, ofTheme, rule, rule.Weight * strongest);
            }
        }
    }

    private static void Lend(ThemeWords words, ThemedPassage passage, int theme, HashSet<int> ofTheme, Rule rule, double weight)
    {
        Span<int> shared = stackalloc int[ThemeWeights.CohesionWords];
        var count = 0;
        for (var word = passage.FirstWord; word < passage.EndWord && count < shared.Length; word++)
        {
            if (words.IsContent(word) && ofTheme.Contains(words.KeyOf(word)) && !Holds(words, shared[..count], words.KeyOf(word)))
                shared[count++] = word;
        }

        if (count < shared.Length)
            return;

        // The weight is split so that together the words carry it.
        var share = 1 - Math.Pow(1 - weight, 1.0 / count);
        foreach (var word in shared)
            passage.ScoreOf(theme).Add(rule, words.Table[word].Stem, share);
    }

    private static bool Holds(ThemeWords words, ReadOnlySpan<int> shared, int key)
    {
        foreach (var word in shared)
        {
            if (words.KeyOf(word) == key)
                return true;
        }

        return false;
    }

    private static List<int> LendingThemes(Span<ThemedPassage> paragraph)
    {
        var passagesOn = new SortedDictionary<int, int>();
        for (var index = 0; index < paragraph.Length; index++)
        {
            foreach (var (theme, score) in paragraph[index].Scores)
            {
                if (score.DirectScore >= ThemeWeights.Established)
                    passagesOn[theme] = passagesOn.GetValueOrDefault(theme) + (index == 0 ? 2 : 1);
            }
        }

        return [.. passagesOn.Where(pair => pair.Value >= 2).Select(pair => pair.Key)];
    }
}
