using System.Globalization;

namespace RussiaChinaAnalysis.Corpus.Browse.Columns;

/// <summary>
/// A filter made ready for columns: for each combination of labels, set of themes and document, the facets whose choices
/// it does not meet, as one bit each.
/// </summary>
internal sealed class PassageMatcher
{
    private readonly uint[] labels;
    private readonly uint[] themes;
    private readonly Choices document;
    private readonly Choices author;
    private readonly SearchHits? hits;

    public PassageMatcher(CorpusColumns columns, ResolvedFilter filter, SearchHits? hits)
    {
        this.hits = hits;
        document = Choices.Of(filter, Facet.Document);
        author = Choices.Of(filter, Facet.Author);
        var closed = PassageLabels.Facets.Select(facet => Choices.Of(filter, facet)).Where(choices => !choices.AreNone).ToList();
        labels = Array.ConvertAll(columns.Labels, combination => closed
            .Where(choices => !choices.Meet(combination.Value(choices.Facet)))
            .Aggregate(0U, (failing, choices) => failing | Bit(choices.Facet)));
        var (chosen, ruledOut) = (Themes(filter, negated: false), Themes(filter, negated: true));
        themes = Array.ConvertAll(columns.ThemeSets, set =>
            (chosen is null || set.Any(chosen.Contains)) && (ruledOut is null || !set.Any(ruledOut.Contains)) ? 0 : Bit(Facet.Theme));
    }

    public static uint Bit(Facet facet) => 1U << (int)facet;

    /// <summary>
    /// Which of the choices of documents and authors the document does not meet; all of them when the search found
    /// nothing in it.
    /// </summary>
    public uint Failing(DocumentColumns columns) => hits is not null && !hits.MayBeIn(columns) ? uint.MaxValue :
        (document.AreNone || document.Meet(columns.Id.ToString(CultureInfo.InvariantCulture)) ? 0 : Bit(Facet.Document))
        | (author.AreNone || author.Meet(columns.AuthorKey ?? string.Empty) ? 0 : Bit(Facet.Author));

    /// <summary>Which of the other choices a passage does not meet. What no search found fails in every one.</summary>
    public uint Failing(DocumentColumns columns, int place) => hits is null || hits.Contains(columns.Passages[place])
        ? labels[columns.Labels[place]] | themes[columns.Themes[place]]
        : uint.MaxValue;

    private static HashSet<int>? Themes(ResolvedFilter filter, bool negated)
    {
        var themes = filter.Values(Facet.Theme, negated)
            .SelectMany(slug => filter.Themes.WithDescendants(filter.Themes.Find(slug)!.Id)).ToHashSet();
        return themes.Count == 0 ? null : themes;
    }

    private sealed record Choices(Facet Facet, HashSet<string> Chosen, HashSet<string> RuledOut)
    {
        public bool AreNone => Chosen.Count == 0 && RuledOut.Count == 0;

        public static Choices Of(ResolvedFilter filter, Facet facet) => new(
            facet,
            filter.Values(facet, negated: false).ToHashSet(StringComparer.Ordinal),
            filter.Values(facet, negated: true).ToHashSet(StringComparer.Ordinal));

        public bool Meet(string value) => (Chosen.Count == 0 || Chosen.Contains(value)) && !RuledOut.Contains(value);
    }
}
