using UglyToad.PdfPig.Filters;
using UglyToad.PdfPig.Tokens;

namespace RussiaChinaAnalysis.Arguments.Reading.Pdf;

/// <summary>The library's filters, each watched: a stream can be filtered many times over.</summary>
internal sealed class BoundedFilters(PdfBudget budget) : IFilterProvider
{
    private const int MostFiltersOfOneStream = 8;

    public IReadOnlyList<IFilter> GetFilters(DictionaryToken dictionary) => Bound(DefaultFilterProvider.Instance.GetFilters(dictionary));

    public IReadOnlyList<IFilter> GetNamedFilters(IReadOnlyList<NameToken> names) => Bound(DefaultFilterProvider.Instance.GetNamedFilters(names));

    public IReadOnlyList<IFilter> GetAllFilters() => [.. DefaultFilterProvider.Instance.GetAllFilters().Select(Bound)];

    private IReadOnlyList<IFilter> Bound(IReadOnlyList<IFilter> filters)
    {
        if (filters.Count > MostFiltersOfOneStream)
            budget.Exceed();
        return [.. filters.Select(Bound)];
    }

    private BoundedFilter Bound(IFilter filter) => new(filter, budget);
}
