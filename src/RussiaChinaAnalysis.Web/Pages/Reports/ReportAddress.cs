using System.Globalization;
using RussiaChinaAnalysis.Corpus.Browse.Filters;

namespace RussiaChinaAnalysis.Web.Pages.Reports;

internal static class ReportAddress
{
    public static string To(int id) => string.Create(CultureInfo.InvariantCulture, $"/reports/{id}");

    public static string Version(int id, int version) => string.Create(CultureInfo.InvariantCulture, $"/reports/{id}?version={version}");

    public static string Edit(int id) => string.Create(CultureInfo.InvariantCulture, $"/reports/{id}/edit");

    public static string Download(int id, string format, int version) =>
        string.Create(CultureInfo.InvariantCulture, $"/reports/{id}/download/{format}?version={version}");

    /// <summary>The builder, with a selection to begin with.</summary>
    public static string New(PassageFilter filter) => Query("/reports/new", filter);

    /// <summary>The page on which the selection can be had in the formats of other tools.</summary>
    public static string Exchange(PassageFilter filter) => Query("/exchange", filter);

    private static string Query(string page, PassageFilter filter)
    {
        var query = PassageFilterQuery.ToQueryString(filter);
        return query.Length == 0 ? page : $"{page}?{query}";
    }
}
