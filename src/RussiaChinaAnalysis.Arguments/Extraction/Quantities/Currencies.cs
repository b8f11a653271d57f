using System.Collections.Frozen;

namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>Whose dollars, pounds or francs are meant, where their name is that of several currencies.</summary>
internal static class Currencies
{
    private const int LongestName = 16;

    private static readonly FrozenDictionary<string, string> ByNation = new[]
    {
        ("USD", "USD us,USD u.s,USD american,CAD canadian,AUD australian,NZD new zealand,HKD hong kong,SGD singapore,SGD singaporean,TWD taiwan,TWD taiwanese"),
        ("EUR", "EUR european"),
        ("GBP", "GBP british,GBP uk,EGP egyptian,SYP syrian,LBP lebanese,SDG sudanese"),
        ("CNY", "CNY chinese"),
        ("JPY", "JPY japanese"),
        ("RUB", "RUB russian,BYN belarusian,SUR soviet"),
        ("INR", "INR indian,PKR pakistani,LKR sri lankan,NPR nepalese,NPR nepali"),
        ("CHF", "CHF swiss,FRF french,BEF belgian"),
    }.SelectMany(name => name.Item2.Split(',').Select(nation => (Key: $"{name.Item1} {nation[4..]}", Code: nation[..3])))
        .ToFrozenDictionary(entry => entry.Key, entry => entry.Code, StringComparer.Ordinal);

    private static readonly FrozenDictionary<string, string> ByPrefix = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["USD C"] = "CAD",
        ["USD CA"] = "CAD",
        ["USD A"] = "AUD",
        ["USD AU"] = "AUD",
        ["USD NZ"] = "NZD",
        ["USD HK"] = "HKD",
        ["USD S"] = "SGD",
        ["USD NT"] = "TWD",
        ["USD R"] = "BRL",
        ["JPY CN"] = "CNY",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <param name="code">What the name of the currency means alone.</param>
    /// <param name="nation">“Canadian”, “Hong Kong”.</param>
    /// <returns>ISO 4217; null for a nation whose currency is not known.</returns>
    public static string? Of(string code, ReadOnlySpan<char> nation) =>
        nation.Length > LongestName ? null : ByNation.GetValueOrDefault($"{code} {nation.ToString().ToLowerInvariant()}");

    /// <param name="code">What the sign means alone.</param>
    /// <param name="prefix">The letters right before the sign: “HK” in “HK$”.</param>
    public static string OfSign(string code, ReadOnlySpan<char> prefix) =>
        prefix.Length > 2 ? code : ByPrefix.GetValueOrDefault($"{code} {prefix}", code);
}
