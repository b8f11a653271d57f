using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Browse.Columns;
using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse.Filters;

/// <summary>A filter held against what the corpus holds.</summary>
/// <param name="Filter">Without the choices that name nothing.</param>
/// <param name="Names">What the chosen documents and authors are called.</param>
/// <param name="Problems">One sentence for each choice left out.</param>
internal sealed record ResolvedFilter(
    PassageFilter Filter,
    SearchQuery? Search,
    ThemeIndex Themes,
    IReadOnlyDictionary<FacetWordKey, string> Names,
    IReadOnlyList<string> Problems)
{
    public static async Task<ResolvedFilter> ReadAsync(CorpusContext context, PassageFilter filter, CancellationToken cancellation) => Resolve(
        filter,
        await ThemeIndex.ReadAsync(context, cancellation),
        await DocumentNamesAsync(context, filter, cancellation),
        await AuthorNamesAsync(context, filter, cancellation));

    public static ResolvedFilter Of(CorpusColumns columns, PassageFilter filter) => Resolve(
        filter,
        columns.ThemeIndex,
        PlacesOf(columns, filter, Facet.Document).Select(place => columns.Documents[place]).ToDictionary(document => document.Id, document => document.Title),
        PlacesOf(columns, filter, Facet.Author).Select(place => columns.Authors.All[place]).ToDictionary(author => author.Key, author => author.Name, StringComparer.Ordinal));

    /// <summary>The same for two filters that ask for the same.</summary>
    public string Key => string.Join('\n', PassageFilterQuery.Format(Filter).Select(pair => $"{pair.Key}={pair.Value}"));

    public IEnumerable<string> Values(Facet facet, bool negated) =>
        Filter.Choices.Where(choice => choice.Facet == facet && choice.Negated == negated).Select(choice => choice.Value);

    public bool Restricts(Facet facet) => Filter.Choices.Any(choice => choice.Facet == facet);

    public FacetState StateOf(Facet facet, string value)
    {
        if (Filter.Choices.Contains(new FacetChoice(facet, value, Negated: true)))
            return FacetState.RuledOut;
        return Filter.Choices.Contains(new FacetChoice(facet, value)) ? FacetState.Chosen : FacetState.Open;
    }

    public string NameOf(FacetChoice choice) => Names[new(choice.Facet, choice.Value)];

    private static ResolvedFilter Resolve(
        PassageFilter filter, ThemeIndex themes, Dictionary<int, string> documents, Dictionary<string, string> authors)
    {
        var names = new Dictionary<FacetWordKey, string>();
        foreach (var theme in themes.Entries)
            names[new(Facet.Theme, theme.Slug)] = theme.Name;
        foreach (var facet in Enum.GetValues<Facet>())
        {
            foreach (var word in FacetWords.Of(facet))
                names[new(facet, word.Value)] = word.Label;
        }

        foreach (var (id, title) in documents)
            names[new(Facet.Document, id.ToString(CultureInfo.InvariantCulture))] = title;
        foreach (var (key, name) in authors)
            names[new(Facet.Author, key)] = name;

        var known = filter.Choices.Where(choice => names.ContainsKey(new(choice.Facet, choice.Value))).Distinct().ToImmutableArray();
        var problems = filter.Choices.Except(known)
            .Select(choice => $"There is no {FacetWords.Name(choice.Facet).ToLowerInvariant()} “{choice.Value}” here; it was left out.")
            .ToList();
        return new(filter with { Choices = known }, SearchQuery.Parse(filter.Search), themes, names, problems);
    }

    private static IEnumerable<int> PlacesOf(CorpusColumns columns, PassageFilter filter, Facet facet) =>
        filter.Choices.Where(choice => choice.Facet == facet).Select(choice => columns.PlaceOf(facet, choice.Value)).Where(place => place >= 0).Distinct();

    private static async Task<Dictionary<int, string>> DocumentNamesAsync(CorpusContext context, PassageFilter filter, CancellationToken cancellation)
    {
        var ids = filter.Choices.Where(choice => choice.Facet == Facet.Document).Select(choice => DocumentId(choice.Value)).ToArray();
        return ids.Length == 0
            ? []
            : await context.Documents.Where(document => ids.Contains(document.Id))
                .ToDictionaryAsync(document => document.Id, document => document.Title, cancellation);
    }

    private static async Task<Dictionary<string, string>> AuthorNamesAsync(CorpusContext context, PassageFilter filter, CancellationToken cancellation)
    {
        var keys = filter.Choices.Where(choice => choice.Facet == Facet.Author).Select(choice => choice.Value).ToArray();
        return keys.Length == 0
            ? []
            : await context.Documents.Where(document => keys.Contains(document.AuthorKey))
                .GroupBy(document => document.AuthorKey!)
                .Select(group => new { group.Key, Name = group.Min(document => document.Author)! })
                .ToDictionaryAsync(author => author.Key, author => author.Name, cancellation);
    }

    /// <summary>0, which no document has, for what is not an id.</summary>
    internal static int DocumentId(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}

internal readonly record struct FacetWordKey(Facet Facet, string Value);
