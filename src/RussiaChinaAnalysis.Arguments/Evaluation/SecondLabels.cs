using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Evaluation.Gold;

namespace RussiaChinaAnalysis.Arguments.Evaluation;

/// <summary>
/// The labels that a second person gave to the same texts. How far two people agree is the most that can be asked of a
/// program (Stab and Gurevych 2017 report it as the human upper bound).
/// </summary>
public static class SecondLabels
{
    /// <summary>Each text of the first person beside its second labels, in the order of the first.</summary>
    /// <param name="errors">Texts that one of the two has not labelled, or whose words differ; nothing may be measured then.</param>
    public static ImmutableArray<Comparison> Compare(IEnumerable<GoldDocument> first, IEnumerable<GoldDocument> second, out IReadOnlyList<string> errors)
    {
        var byName = second.ToLookup(document => document.Name, StringComparer.Ordinal);
        var comparisons = ImmutableArray.CreateBuilder<Comparison>();
        var problems = new List<string>();
        foreach (var document in first)
        {
            if (byName[document.Name].ToList() is not [var other])
                problems.Add(byName.Contains(document.Name)
                    ? $"{document.Name} has second labels in more than one file: name one of them."
                    : $"{document.Name} has no second labels: put a file of the same name beside the others.");
            else if (other.Document.Text != document.Document.Text)
                problems.Add($"{document.Name} has other words in its second labels, from “{Difference(document.Document.Text, other.Document.Text)}” on.");
            else
                comparisons.Add(Compare(document, other.Labels));
        }

        var known = comparisons.Select(comparison => comparison.Gold.Name).ToHashSet(StringComparer.Ordinal);
        if (problems.Count == 0)
            problems.AddRange(byName.Where(group => !known.Contains(group.Key)).Select(group => $"{group.Key} has second labels, but no first ones."));
        errors = problems;
        return comparisons.ToImmutable();
    }

    /// <summary>Who labels roles only has drawn no relations; that is no answer.</summary>
    private static Comparison Compare(GoldDocument document, Labelling labels) =>
        labels.Segments.Any(segment => segment.Relations is { Length: > 0 })
            ? new(document, labels)
            : new(document with { Labels = WithoutRelations(document.Labels) }, WithoutRelations(labels));

    private static Labelling WithoutRelations(Labelling labels) =>
        labels with { Segments = [.. labels.Segments.Select(segment => segment with { Relations = null })] };

    private static string Difference(string first, string second)
    {
        var common = first.AsSpan().CommonPrefixLength(second);
        var start = first.LastIndexOf(' ', Math.Max(0, Math.Min(common, first.Length) - 1)) + 1;
        return first[start..Math.Min(first.Length, start + 40)];
    }
}
