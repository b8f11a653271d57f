using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse;

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
    public static async Task<ResolvedFilter> ReadAsync(CorpusContext context, PassageFilter filter, CancellationToken cancellation)
    {
        var themes = await ThemeIndex.ReadAsync(context, cancellation);
        var names = new Dictionary<FacetWordKey, string>();
        foreach (var theme in themes.Entries)
            names[new(Facet.Theme, theme.Slug)] = theme.Name;
        foreach (var facet in Enum.GetValues<Facet>())
        {
            foreach (var word in FacetWords.Of(facet))
                names[new(facet, word.Value)] = word.Label;
        }

        await NameDocumentsAsync(context, filter, names, cancellation);
        await NameAuthorsAsync(context, filter, names, cancellation);

        var known = filter.Choices.Where(choice => names.ContainsKey(new(choice.Facet, choice.Value))).Distinct().ToImmutableArray();
        var problems = filter.Choices.Except(known)
            .Select(choice => $"There is no {FacetWords.Name(choice.Facet).ToLowerInvariant()} “{choice.Value}” here; it was left out.")
            .ToList();
        return new(filter with { Choices = known }, SearchQuery.Parse(filter.Search), themes, names, problems);
    }

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

    private static async Task NameDocumentsAsync(
        CorpusContext context, PassageFilter filter, Dictionary<FacetWordKey, string> names, CancellationToken cancellation)
    {
        var ids = filter.Choices.Where(choice => choice.Facet == Facet.Document).Select(choice => DocumentId(choice.Value)).ToArray();
        if (ids.Length == 0)
            return;
        var documents = await context.Documents.Where(document => ids.Contains(document.Id))
            .Select(document => new { document.Id, document.Title }).ToListAsync(cancellation);
        foreach (var document in documents)
            names[new(Facet.Document, document.Id.ToString(CultureInfo.InvariantCulture))] = document.Title;
    }

    private static async Task NameAuthorsAsync(
        CorpusContext context, PassageFilter filter, Dictionary<FacetWordKey, string> names, CancellationToken cancellation)
    {
        var keys = filter.Choices.Where(choice => choice.Facet == Facet.Author).Select(choice => choice.Value).ToArray();
        if (keys.Length == 0)
            return;
        var authors = await context.Documents.Where(document => keys.Contains(document.AuthorKey))
            .GroupBy(document => document.AuthorKey!)
            .Select(group => new { group.Key, Name = group.Min(document => document.Author)! }).ToListAsync(cancellation);
        foreach (var author in authors)
            names[new(Facet.Author, author.Key)] = author.Name;
    }

    /// <summary>0, which no document has, for what is not an id.</summary>
    internal static int DocumentId(string value) =>
        int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id) ? id : 0;
}

internal readonly record struct FacetWordKey(Facet Facet, string Value);
