using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace RussiaChinaAnalysis.Web.Data;

internal static class DataAddresses
{
    /// <param name="address">The page's own address; its data is there with the ending <c>.json</c> or <c>.csv</c>.</param>
    public static void AddData(this PageConventionCollection pages, string page, string address) =>
        pages.AddPageRoute(page, $"{address}.{{{DataForms.Ending}:regex(^(json|csv)$)}}");
}
