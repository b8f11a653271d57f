using System.Globalization;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Wordprocessing;

namespace RussiaChinaAnalysis.Arguments.Reading.Docx;

/// <summary>Attribute values as they come: a damaged one counts as absent, where the library's own accessors throw.</summary>
internal static class Values
{
    public static int? Number(this Int32Value? value) =>
        int.TryParse(value?.InnerText, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number : null;

    /// <summary>A switch such as <c>w:b</c> is on when it is there without a value.</summary>
    public static bool IsOn(this OnOffType? element) =>
        element is not null && (element.Val?.InnerText is not { } text || text is "1" or "true" or "on");

    public static bool IsOn(this OnOffValue? value) => value?.InnerText is "1" or "true" or "on";

    public static bool Is<T>(this EnumValue<T>? value, T expected)
        where T : struct, IEnumValue, IEnumValueFactory<T> =>
        value is not null && string.Equals(value.InnerText, ((IEnumValue)expected).Value, StringComparison.Ordinal);
}
