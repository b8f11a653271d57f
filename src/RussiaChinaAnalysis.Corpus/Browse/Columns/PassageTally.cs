using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace RussiaChinaAnalysis.Corpus.Browse.Columns;

/// <summary>
/// All counts of one filter, from one pass over the columns. A passage counts for a facet when it meets the choices of all
/// others: so it counts for every facet when it fails none, and for one facet when it fails just that one.
/// </summary>
internal sealed class PassageTally
{
    private readonly CorpusColumns columns;
    private readonly int[] labels;
    private readonly int[] themes;
    private readonly Dictionary<Facet, int[]> labelsBut = [];
    private readonly int[] themesButThemes;

    private PassageTally(CorpusColumns columns)
    {
        this.columns = columns;
        Documents = new int[columns.Documents.Length];
        Authors = new int[columns.Authors.All.Count];
        labels = new int[columns.Labels.Length];
        themes = new int[columns.ThemeSets.Length];
        themesButThemes = new int[columns.ThemeSets.Length];
        foreach (var facet in PassageLabels.Facets)
            labelsBut[facet] = new int[columns.Labels.Length];
    }

    /// <summary>Passages that meet every choice.</summary>
    public int Total { get; private set; }

    /// <summary>At the place of each document: its passages that meet every choice but those of documents.</summary>
    public int[] Documents { get; }

    /// <summary>At the place of each author: the author's passages that meet every choice but those of authors.</summary>
    public int[] Authors { get; }

    public static PassageTally Of(CorpusColumns columns, PassageMatcher matcher)
    {
        var tally = new PassageTally(columns);
        var but = new int[32][];
        foreach (var (facet, counts) in tally.labelsBut)
            but[(int)facet] = counts;
        for (var place = 0; place < columns.Documents.Length; place++)
            tally.Add(place, matcher, but);
        return tally;
    }

    /// <summary>How many passages have each value of a facet with known values; without those that have none.</summary>
    public Dictionary<string, int> Labels(Facet facet)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var place = 0; place < labels.Length; place++)
        {
            var value = columns.Labels[place].Value(facet);
            counts[value] = counts.GetValueOrDefault(value) + labels[place] + labelsBut[facet][place];
        }

        return counts;
    }

    /// <summary>How many passages bear a theme or one below it, each passage once.</summary>
    public Dictionary<int, int> Themes()
    {
        var counts = new Dictionary<int, int>();
        for (var place = 0; place < themes.Length; place++)
        {
            if (themes[place] + themesButThemes[place] is not 0 and var passages)
            {
                foreach (var theme in columns.ThemesAbove[place])
                    CollectionsMarshal.GetValueRefOrAddDefault(counts, theme, out _) += passages;
            }
        }

        return counts;
    }

    private static int Met(DocumentColumns document, PassageMatcher matcher)
    {
        var met = 0;
        for (var place = 0; place < document.Passages.Length; place++)
            met += matcher.Failing(document, place) == 0 ? 1 : 0;
        return met;
    }

    /// <summary>The one loop that runs a million times for an answer, so the first answer should not wait until it is found to be hot.</summary>
    /// <returns>How many passages of the document meet every choice.</returns>
    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int Count(DocumentColumns document, PassageMatcher matcher, int[][] but)
    {
        var (documentLabels, documentThemes) = (document.Labels, document.Themes);
        var (labelCounts, themeCounts) = (labels, themes);
        var met = 0;
        for (var place = 0; place < documentLabels.Length; place++)
        {
            var failing = matcher.Failing(document, place);
            if (failing == 0)
            {
                met++;
                labelCounts[documentLabels[place]]++;
                themeCounts[documentThemes[place]]++;
            }
            else if (failing == PassageMatcher.Bit(Facet.Theme))
            {
                themesButThemes[documentThemes[place]]++;
            }
            else if (BitOperations.IsPow2(failing))
            {
                but[BitOperations.TrailingZeroCount(failing)][documentLabels[place]]++;
            }
        }

        return met;
    }

    private void Add(int place, PassageMatcher matcher, int[][] but)
    {
        var document = columns.Documents[place];
        var outside = matcher.Failing(document);
        // Neither by its document nor by its author: nothing counts it.
        if (BitOperations.PopCount(outside) > 1)
            return;
        var met = outside == 0 ? Count(document, matcher, but) : Met(document, matcher);
        if (outside == 0)
            Total += met;
        if ((outside & ~PassageMatcher.Bit(Facet.Document)) == 0)
            Documents[place] = met;
        if ((outside & ~PassageMatcher.Bit(Facet.Author)) == 0 && columns.Authors.OfDocument[place] is >= 0 and var author)
            Authors[author] += met;
    }
}
