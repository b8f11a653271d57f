using System.Globalization;
using System.Text.RegularExpressions;

namespace RussiaChinaAnalysis.Arguments.Reading.Html;

internal static partial class PageDates
{
    private const int LongestDate = 60;

    private static readonly string[] Months =
        ["MMMM yyyy", "MMM yyyy", "MMMM, yyyy", "MMM, yyyy", "MMM. yyyy", "yyyy MMMM", "yyyy MMM", "yyyy, MMMM", "M/yyyy", "M.yyyy", "M-yyyy"];

    /// <returns>A year, a month or a day in ISO 8601 order; another way of writing as it stands; null for nothing.</returns>
    public static string? Day(string? value)
    {
        var date = value?.Trim() ?? "";
        if (date.Length is 0 or > LongestDate)
            return null;
        // The moment is that of the site's clock: its day is the day of publication, wherever the reader is.
        if (Written().Match(date) is { Success: true } written)
            return string.Join('-', written.Groups.Values.Skip(1).Where(part => part.Success).Select((part, at) => at == 0 ? part.Value : part.Value.PadLeft(2, '0')));
        if (InNumbers().Match(date) is { Success: true } numbers)
            return InOrder(numbers) ?? date;
        // The runtime would make the first day of it.
        if (DateTime.TryParseExact(date, Months, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var month))
            return month.ToString("yyyy-MM", CultureInfo.InvariantCulture);
        // And would put the present year, or day, where none is written.
        if (!Year().IsMatch(date))
            return DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, out _) ? null : date;
        return DateTimeOffset.TryParse(date, CultureInfo.InvariantCulture, DateTimeStyles.AllowWhiteSpaces, out var moment)
            ? moment.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : date;
    }

    // With dots the day is first everywhere. With strokes some begin with the month: where both parts could be one, nobody
    // but the site knows.
    private static string? InOrder(Match numbers)
    {
        var (first, second, year) = (Number(numbers.Groups[1]), Number(numbers.Groups[3]), Number(numbers.Groups[4]));
        var hasDots = numbers.Groups[2].ValueSpan is ".";
        if (!hasDots && first <= 12 && second <= 12 && first != second)
            return null;
        var (day, month) = hasDots || first > 12 ? (first, second) : (second, first);
        return year > 0 && month is >= 1 and <= 12 && day >= 1 && day <= DateTime.DaysInMonth(year, month)
            ? new DateOnly(year, month, day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture)
            : null;
    }

    private static int Number(Group digits) => int.Parse(digits.ValueSpan, NumberStyles.None, CultureInfo.InvariantCulture);

    [GeneratedRegex(@"^([0-9]{1,2})([-/.])([0-9]{1,2})[-/.]([0-9]{4})(?:[T, ].*)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex InNumbers();

    [GeneratedRegex(@"^(\d{4})(?:[-/.](\d{1,2})(?:[-/.](\d{1,2}))?)?(?:[T ].*)?$", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Written();

    [GeneratedRegex(@"\d{4}", RegexOptions.CultureInvariant | RegexOptions.NonBacktracking)]
    private static partial Regex Year();
}
