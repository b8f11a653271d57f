using Microsoft.Extensions.Caching.Memory;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Browse.Themes;

namespace RussiaChinaAnalysis.Corpus.Browse.Columns;

/// <summary>
/// The whole corpus as lists and facets see it, at one moment: some thirty bytes for each passage, so that every count is
/// exact and no list reads more from the database than the passages that it shows.
/// </summary>
/// <param name="Stamp">The latest change that is in it.</param>
/// <param name="Documents">By title.</param>
/// <param name="Labels">Each combination once.</param>
/// <param name="ThemeSets">Each combination of themes once, as their ids; the empty set is the first.</param>
internal sealed record CorpusColumns(
    long Stamp,
    ThemeIndex ThemeIndex,
    DocumentColumns[] Documents,
    FacetLabels[] Labels,
    int[][] ThemeSets)
{
    /// <summary>In list rows and facet values, of which each takes some hundred bytes.</summary>
    private const int AnswersKept = 100_000;

    private readonly Lazy<int[]> newest = new(() => [.. Enumerable.Range(0, Documents.Length)
        .OrderByDescending(place => Documents[place].ImportedAt).ThenByDescending(place => Documents[place].Id)]);

    private readonly Lazy<PassageFinder> finder = new(() => new PassageFinder(Documents));

    private readonly Lazy<DocumentAuthors> authors = new(() => DocumentAuthors.Of(Documents));

    private readonly Lazy<Dictionary<int, int>> places = new(() => Documents.Index().ToDictionary(entry => entry.Item.Id, entry => entry.Index));

    private readonly Lazy<FacetIndex> facets = new(() => FacetIndex.Of(Documents, Labels, ThemeSets, ThemeIndex));

    /// <summary>
    /// All passages are rows, document by document, each in the order of its text. At the place of each document stands
    /// its first row, and at the end the number of all.
    /// </summary>
    public int[] FirstRows { get; } = RowsOf(Documents);

    /// <summary>How many rows there are.</summary>
    public int Size => FirstRows[^1];

    public PassageFinder Finder => finder.Value;

    public DocumentAuthors Authors => authors.Value;

    public FacetIndex Facets => facets.Value;

    /// <summary>The places of the documents, last imported first.</summary>
    public int[] Newest => newest.Value;

    /// <summary>Answers that hold as long as these columns do; they go with them.</summary>
    private readonly MemoryCache answers = new(new MemoryCacheOptions { SizeLimit = AnswersKept, CompactionPercentage = 0.3 });

    /// <summary>The answer as it was kept, or else made now.</summary>
    /// <param name="size">In list rows and facet values.</param>
    public TAnswer Answer<TAnswer>(object key, Func<TAnswer> make, Func<TAnswer, int> size)
    {
        if (answers.TryGetValue(key, out TAnswer? kept))
            return kept!;
        var answer = make();
        Keep(key, answer, size(answer));
        return answer;
    }

    /// <inheritdoc cref="Answer"/>
    public async Task<TAnswer> AnswerAsync<TAnswer>(object key, Func<Task<TAnswer>> make, Func<TAnswer, int> size)
    {
        if (answers.TryGetValue(key, out TAnswer? kept))
            return kept!;
        var answer = await make();
        Keep(key, answer, size(answer));
        return answer;
    }

    private void Keep<TAnswer>(object key, TAnswer answer, int size) =>
        answers.Set(key, answer, new MemoryCacheEntryOptions { Size = 10 + size });

    /// <summary>Where a value of a facet is counted; -1 for a document or an author that is not there.</summary>
    public int PlaceOf(Facet facet, string value) => facet switch
    {
        Facet.Document => places.Value.GetValueOrDefault(ResolvedFilter.DocumentId(value), -1),
        Facet.Author => Authors.Places.GetValueOrDefault(value, -1),
        Facet.Theme => ThemeIndex.PlaceOf(value),
        _ => FacetWords.PlaceOf(facet, value),
    };

    public PassagePlace PassageAt(int row)
    {
        var document = Array.BinarySearch(FirstRows, row);
        if (document < 0)
            document = ~document - 1;
        // Where documents without passages precede, several begin at this row.
        while (FirstRows[document + 1] <= row)
            document++;
        return new PassagePlace(Documents[document], row - FirstRows[document]);
    }

    private static int[] RowsOf(DocumentColumns[] documents)
    {
        var first = new int[documents.Length + 1];
        for (var place = 0; place < documents.Length; place++)
            first[place + 1] = first[place] + documents[place].Passages.Length;
        return first;
    }
}
