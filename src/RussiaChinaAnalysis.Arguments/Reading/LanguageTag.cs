using System.Globalization;

namespace RussiaChinaAnalysis.Arguments.Reading;

/// <summary>Tags of languages (BCP 47).</summary>
public static class LanguageTag
{
    internal const string English = "en";

    public static bool IsEnglish(string tag) => AreSame(tag, English);

    /// <summary>The region does not count.</summary>
    public static bool AreSame(string left, string right) => Primary(left).Equals(Primary(right), StringComparison.OrdinalIgnoreCase);

    /// <returns>"Russian", "Chinese"; the tag itself where it is not known.</returns>
    public static string NameOf(string tag)
    {
        if (Primary(tag) is "und")
            return "a language that was not recognised";
        try
        {
            var culture = CultureInfo.GetCultureInfo(Primary(tag).ToString(), predefinedOnly: true);
            return culture.EnglishName.Length > 0 ? culture.EnglishName : tag;
        }
        catch (CultureNotFoundException)
        {
            return tag;
        }
    }

    private static ReadOnlySpan<char> Primary(string tag) =>
        tag.IndexOfAny(['-', '_']) is var end and >= 0 ? tag.AsSpan(0, end) : tag;
}
