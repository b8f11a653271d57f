using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Browse;

namespace RussiaChinaAnalysis.Web.Pages.Passages;

/// <summary>One cue told to a reader.</summary>
/// <param name="Number">1, 2, 3 …: the footnote that the words carry.</param>
/// <param name="Title">The rule in a few words; its name when the catalogue knows it no more.</param>
/// <param name="Words">The words that triggered the rule; null when it is the place that counts, or they stand in another paragraph.</param>
/// <param name="IsElsewhere">The words stand in another paragraph.</param>
public sealed record Reason(int Number, Cue Cue, string Title, string Explanation, string SpeaksFor, string? Words, bool IsElsewhere);

public static class Reasons
{
    public static IReadOnlyList<Reason> Of(PassageView view, RuleCatalogue rules) =>
        [.. view.Cues.Where(cue => cue.Label != Label.Theme).OrderBy(cue => cue.Label == Label.Boundary).ThenBy(cue => cue.Label).ThenByDescending(cue => Math.Abs(cue.Weight))
            .Select((cue, place) => Tell(place + 1, cue, view, rules))];

    /// <summary>The words of the cue, as far as they stand in the passage's own paragraph.</summary>
    public static string? WordsOf(Cue cue, PassageView view) => WordsOf(cue.Span, view);

    public static string? WordsOf(TextSpan span, PassageView view)
    {
        if (span.IsEmpty || !view.Block.Contains(span))
            return null;
        var paragraph = view.Before + view.Row.Quote + view.After;
        return new TextSpan(span.Start - view.Block.Start, span.End - view.Block.Start).Of(paragraph);
    }

    /// <summary>A rule of position has the whole passage or sentence for its words; marking them would say nothing.</summary>
    public static bool IsPlace(Cue cue, PassageView view) => cue.Span.Contains(view.Row.Span);

    /// <summary>Why two passages were linked, or why a theme was found, one line for each rule.</summary>
    public static IEnumerable<(string Title, string Explanation)> Rules(IEnumerable<Cue> cues, RuleCatalogue rules) => cues
        .Select(cue => cue.Rule)
        .Distinct()
        .Select(rules.Find)
        .OfType<Rule>()
        .Select(rule => (rule.Title, rule.Explanation));

    private static Reason Tell(int number, Cue cue, PassageView view, RuleCatalogue rules)
    {
        var rule = rules.Find(cue.Rule);
        var words = IsPlace(cue, view) ? null : WordsOf(cue, view);
        return new(
            number,
            cue,
            rule?.Title ?? cue.Rule,
            rule?.Explanation ?? "This rule is no longer in the catalogue; the label was proposed by an earlier version of the program.",
            rule?.SpeaksFor ?? "",
            words,
            !view.Block.Contains(cue.Span));
    }
}
