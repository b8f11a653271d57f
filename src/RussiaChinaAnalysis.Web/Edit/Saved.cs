using System.Globalization;

namespace RussiaChinaAnalysis.Web.Edit;

/// <summary>The change that a page has just come back from, as it stands in the address.</summary>
public static class Saved
{
    public const string Key = "saved";

    public static long? In(HttpRequest request) =>
        long.TryParse(request.Query[Key], CultureInfo.InvariantCulture, out var id) ? id : null;
}
