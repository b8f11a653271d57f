namespace RussiaChinaAnalysis.Web.Data;

/// <summary>
/// A page whose content is also there as data: at the same address with the ending <c>.json</c> or <c>.csv</c>, or
/// under the page's own address for who accepts <c>application/json</c> or <c>text/csv</c> before HTML.
/// </summary>
public interface IDataPage
{
    /// <summary>What the page shows, to be written as JSON.</summary>
    object Answer { get; }

    /// <summary>The same as rows; a list that the page shows in parts is here whole.</summary>
    ITable Rows { get; }

    /// <summary>
    /// What of the filter in the address could not be understood and was left out. A table has no place to say so, so it is refused
    /// rather than given without the filter.
    /// </summary>
    IReadOnlyList<string> FilterProblems => [];
}
