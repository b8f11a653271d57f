using Microsoft.Extensions.Caching.Memory;

namespace RussiaChinaAnalysis.Corpus.Browse.Columns;

/// <summary>
/// The whole corpus as lists and facets see it, at one moment: some thirty bytes for each passage, so that every count is
/// exact and no list reads more than the rows that it shows.
/// </summary>
/// <param name="Stamp">The latest change that is in it.</param>
/// <param name="Documents">By title.</param>
/// <param name="Labels">Each combination once.</param>
/// <param name="ThemeSets">Each combination of themes once, as their ids; the empty set is the first.</param>
internal sealed record CorpusColumns(
    long Stamp,
    ThemeIndex ThemeIndex,
    DocumentColumns[] Documents,
    PassageLabels[] Labels,
    int[][] ThemeSets)
{
    /// <summary>In list rows and facet values, of which each takes some hundred bytes.</summary>
    private const int AnswersKept = 100_000;

    private readonly Lazy<DocumentColumns[]> newest = new(() =>
        [.. Documents.OrderByDescending(document => document.ImportedAt).ThenByDescending(document => document.Id)]);

    private readonly Lazy<PassageFinder> finder = new(() => new PassageFinder(Documents));

    private readonly Lazy<int[][]> themesAbove = new(() => Array.ConvertAll(ThemeSets, ThemeIndex.WithAncestors));

    private readonly Lazy<DocumentAuthors> authors = new(() => DocumentAuthors.Of(Documents));

    public PassageFinder Finder => finder.Value;

    public DocumentAuthors Authors => authors.Value;

    /// <summary>At the place of each set of themes: its themes and all those above them, each once.</summary>
    public int[][] ThemesAbove => themesAbove.Value;

    /// <summary>Last imported first.</summary>
    public DocumentColumns[] Newest => newest.Value;

    /// <summary>Answers that hold as long as these columns do; they go with them.</summary>
    public MemoryCache Answers { get; } = new(new MemoryCacheOptions { SizeLimit = AnswersKept, CompactionPercentage = 0.3 });

    /// <summary>The answer as it was kept, or else made now.</summary>
    /// <param name="size">In list rows and facet values.</param>
    public TAnswer Answer<TAnswer>(object key, Func<TAnswer> make, Func<TAnswer, int> size)
    {
        if (Answers.TryGetValue(key, out TAnswer? kept))
            return kept!;
        var answer = make();
        Keep(key, answer, size(answer));
        return answer;
    }

    /// <inheritdoc cref="Answer"/>
    public void Keep<TAnswer>(object key, TAnswer answer, int size) =>
        Answers.Set(key, answer, new MemoryCacheEntryOptions { Size = 10 + size });

    /// <summary>Where the first document stands that does not precede this place.</summary>
    public static int Find(DocumentColumns[] documents, Func<DocumentColumns, int> compare)
    {
        var (low, high) = (0, documents.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            if (compare(documents[middle]) < 0)
                low = middle + 1;
            else
                high = middle;
        }

        return low;
    }
}
