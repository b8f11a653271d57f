using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Codebook;

internal static class ThemeTerms
{
    /// <summary>Terms that stay keep their rows, so that the history tells what was changed.</summary>
    /// <param name="terms">As <see cref="ThemeDraft.CueTerms"/> has them, without mistakes.</param>
    public static void Set(CorpusContext context, Theme theme, string? terms)
    {
        var wanted = Wanted(terms);
        foreach (var term in theme.CueTerms.ToList())
        {
            if (wanted.Remove(term.TextKey, out var kept))
                (term.Text, term.Weight) = kept;
            else
                context.Remove(term);
        }

        theme.CueTerms.AddRange(wanted.Values.Select(term => new CueTerm { Text = term.Text, Weight = term.Weight }));
    }

    /// <summary>The theme's terms as they would read afterwards; their order alone is no change.</summary>
    /// <param name="terms">Null to leave them as they are.</param>
    public static string Merged(Theme theme, string? terms)
    {
        var now = ThemeDraft.Write(theme.CueTerms);
        if (terms is null)
            return now;
        var wanted = Wanted(terms);
        var same = wanted.Count == theme.CueTerms.Count
            && theme.CueTerms.TrueForAll(term => wanted.TryGetValue(term.TextKey, out var other) && other == (term.Text, term.Weight));
        return same ? now : ThemeDraft.Write(wanted.Values);
    }

    private static Dictionary<string, (string Text, double Weight)> Wanted(string? terms) =>
        ThemeDraft.Read(terms, out _).GroupBy(term => NormalisedKey.Of(term.Text)).ToDictionary(same => same.Key, same => same.Last());
}
