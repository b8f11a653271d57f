using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Browse.Themes;

namespace RussiaChinaAnalysis.Corpus.Browse.Columns;

/// <summary>The rows that have each value of each facet but those of documents and authors, whose rows follow one another.</summary>
internal sealed class FacetIndex
{
    private readonly RowSet[][] sets;

    private FacetIndex(RowSet[][] sets) => this.sets = sets;

    /// <summary>
    /// At the place of each of the facet's <see cref="FacetWords"/>; for themes, at the place of each entry of the
    /// codebook, the rows that bear it or a theme below it.
    /// </summary>
    public RowSet[] this[Facet facet] => sets[(int)facet];

    public static FacetIndex Of(DocumentColumns[] documents, FacetLabels[] labels, int[][] themeSets, ThemeIndex codebook)
    {
        // All values of all facets get a slot, one facet after the other.
        var facets = Enum.GetValues<Facet>();
        var first = new int[facets.Length + 1];
        foreach (var facet in facets)
            first[(int)facet + 1] = first[(int)facet] + (facet == Facet.Theme ? codebook.Entries.Length : FacetWords.Of(facet).Length);
        var ofLabels = Array.ConvertAll(labels, combination => Array.FindAll(
            [.. FacetLabels.Facets.Select(facet => FacetWords.PlaceOf(facet, combination.Value(facet)) is >= 0 and var place ? first[(int)facet] + place : -1)],
            slot => slot >= 0));
        var themes = codebook.Entries.Index().ToDictionary(entry => entry.Item.Id, entry => first[(int)Facet.Theme] + entry.Index);
        // A set that no passage has any more may name themes that are gone.
        var ofThemes = Array.ConvertAll(themeSets, set =>
            codebook.WithAncestors(set).Where(themes.ContainsKey).Select(theme => themes[theme]).ToArray());

        var size = documents.Sum(document => document.Passages.Length);
        var counts = Count(documents, ofLabels, ofThemes, first[^1]);
        var built = Fill(documents, ofLabels, ofThemes, Array.ConvertAll(counts, count => new RowSet.Builder(count, size)));
        return new(Array.ConvertAll(facets, facet => built[first[(int)facet]..first[(int)facet + 1]]));
    }

    private static int[] Count(DocumentColumns[] documents, int[][] ofLabels, int[][] ofThemes, int slots)
    {
        var (labels, themes) = (new int[ofLabels.Length], new int[ofThemes.Length]);
        foreach (var document in documents)
        {
            foreach (var combination in document.Labels)
                labels[combination]++;
            foreach (var set in document.Themes)
                themes[set]++;
        }

        var counts = new int[slots];
        foreach (var (having, slotsOf) in labels.Zip(ofLabels).Concat(themes.Zip(ofThemes)))
        {
            foreach (var slot in slotsOf)
                counts[slot] += having;
        }

        return counts;
    }

    private static RowSet[] Fill(DocumentColumns[] documents, int[][] ofLabels, int[][] ofThemes, RowSet.Builder[] builders)
    {
        var gathered = new ulong[builders.Length];
        var row = 0;
        foreach (var document in documents)
        {
            for (var place = 0; place < document.Labels.Length; place++)
            {
                foreach (var slot in ofLabels[document.Labels[place]])
                    gathered[slot] |= 1UL << row;
                foreach (var slot in ofThemes[document.Themes[place]])
                    gathered[slot] |= 1UL << row;
                if ((++row & 63) == 0)
                    Flush((row >> 6) - 1);
            }
        }

        if ((row & 63) != 0)
            Flush(row >> 6);
        return Array.ConvertAll(builders, builder => builder.Build());

        void Flush(int word)
        {
            for (var slot = 0; slot < gathered.Length; slot++)
                builders[slot].Add(word, gathered[slot]);
            Array.Clear(gathered);
        }
    }
}
