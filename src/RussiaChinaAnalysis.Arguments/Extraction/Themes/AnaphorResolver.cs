using RussiaChinaAnalysis.Arguments.Extraction.Data;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Extraction.Themes;

/// <summary>Carries a theme from a passage to a later one that points back to it.</summary>
internal sealed class AnaphorResolver(SourceDocument document, ThemeWords words, ThemeRules rules)
{
    public void Resolve(ThemedPassage[] passages)
    {
        var anaphors = new List<Anaphor>();
        var carried = new List<Link>();
        for (var index = 1; index < passages.Length; index++)
        {
            anaphors.Clear();
            carried.Clear();
            AnaphorScanner.Find(words, passages[index].FirstWord, passages[index].EndWord, anaphors);
            ResolveIn(passages, index, anaphors, carried);
        }
    }

    /// <param name="carried">Empty.</param>
    private void ResolveIn(ThemedPassage[] passages, int index, List<Anaphor> anaphors, List<Link> carried)
    {
        // Several anaphors may lead to one theme; only the strongest counts, so that pronouns do not add up.
        foreach (var anaphor in anaphors)
        {
            if (passages[index].StartsNewPoint && anaphor.Kind is (AnaphorKind.Demonstrative or AnaphorKind.Pronoun or AnaphorKind.Pair))
                continue;
            if (FindAntecedent(passages, index, anaphor) is not { } link)
                continue;

            var known = carried.FindIndex(other => other.Theme == link.Theme);
            if (known < 0)
                carried.Add(link);
            else if (carried[known].Weight < link.Weight)
                carried[known] = link;
        }

        foreach (var link in carried)
        {
            var score = passages[index].ScoreOf(link.Theme);
            score.Add(link.Rule, link.Anaphor, link.Weight);
            score.Mention(rules.Antecedent, link.Anchor.Span);
            if (score.Anchor.Span.IsEmpty)
                score.Anchor = link.Anchor;
        }
    }

    /// <summary>The nearest earlier passage on a theme that the anaphor can mean.</summary>
    private Link? FindAntecedent(ThemedPassage[] passages, int index, Anaphor anaphor)
    {
        var nearest = Math.Max(0, index - (anaphor.Kind == AnaphorKind.Relative ? 1 : ThemeWeights.AnaphorReach));
        var headKey = anaphor.Head < 0 ? -1 : words.KeyOf(anaphor.Head);
        for (var earlier = index - 1; earlier >= nearest; earlier--)
        {
            if (!CanReach(passages[earlier], passages[index], anaphor))
                return null;
            if (BestTheme(passages[earlier], anaphor.Kind, headKey) is not { } best)
                continue;
            // Words of its own explain a theme better than an anaphor does.
            if (passages[index].Find(best.Theme)?.DirectScore >= ThemeWeights.Established)
                return null;

            var factor = rules.Anaphora(best.Kind).Weight * Math.Pow(ThemeWeights.Distance, index - 1 - earlier);
            if (passages[earlier].Paragraph != passages[index].Paragraph)
                factor *= ThemeWeights.AcrossParagraphs;
            return new Link(best.Theme, rules.Anaphora(best.Kind), factor * best.Score.Score, anaphor.Span, best.Score.Anchor);
        }

        return null;
    }

    private (int Theme, ThemeScore Score, AnaphorKind Kind)? BestTheme(ThemedPassage antecedent, AnaphorKind kind, int headKey)
    {
        (int Theme, ThemeScore Score, AnaphorKind Kind)? best = null;
        foreach (var (theme, score) in antecedent.Scores)
        {
            if (score.Score < ThemeWeights.Established || score.Anchor.Span.IsEmpty)
                continue;

            var repeats = headKey == score.Anchor.LastKey && kind is (AnaphorKind.Demonstrative or AnaphorKind.Repetition);
            var fits = kind switch
            {
                AnaphorKind.Place => score.Anchor.IsName,
                AnaphorKind.Repetition => repeats,
                _ => true,
            };
            if (!fits)
                continue;

            var effective = repeats ? AnaphorKind.Repetition : kind;
            if (best is null || rules.Anaphora(effective).Weight * score.Score > rules.Anaphora(best.Value.Kind).Weight * best.Value.Score.Score)
                best = (theme, score, effective);
        }

        return best;
    }

    /// <summary>Nothing is carried across a heading, and a relative clause belongs to its own block.</summary>
    private bool CanReach(ThemedPassage from, ThemedPassage to, Anaphor anaphor)
    {
        if (from.Paragraph == to.Paragraph)
            return true;
        if (anaphor.Kind == AnaphorKind.Relative || !anaphor.IsOpening)
            return false;

        for (var block = from.Block; block <= to.Block; block++)
        {
            if (document.Blocks[block].Kind == BlockKind.Heading)
                return false;
        }

        return true;
    }

    private readonly record struct Link(int Theme, Rule Rule, double Weight, TextSpan Anaphor, ThemeAnchor Anchor);
}
