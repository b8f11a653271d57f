using System.Globalization;
using System.Text.RegularExpressions;

namespace RussiaChinaAnalysis.Arguments.Reading.Html;

internal static partial class PageDates
{
    private const int LongestDate = 60;

    /// <returns>A year, a month or a day in ISO 8601 order; another way of writing as it stands; null for nothing.</returns>
    public static string? Day(string? value)
    {
        var date = value?.Trim() ?? "";
        if (date.Length is 0 or > LongestDate)
            return null;
        // The moment is that of the site's clock: its day is the day of publication, wherever the reader is.
        if (Written().Match(date) is { Success: true } written)
            return string.Join('-', written.Groups.Values.Skip(1).Where(part => part.Success).Select((part, at) => at == 0 ? part.Value : part.Value.PadLeft(2, '0')));
        return DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var moment)
            ? moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : date;
    }

    [GeneratedRegex(@"^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ].*)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Written();
}
