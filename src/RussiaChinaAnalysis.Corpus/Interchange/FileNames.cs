using System.Globalization;
using System.Text;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Corpus.Interchange;

internal static class FileNames
{
    private const int Longest = 60;

    /// <summary>A name for a file or an address: lower-case letters and digits of the title, joined by hyphens.</summary>
    public static string Of(string title, string otherwise)
    {
        var name = new StringBuilder();
        foreach (var rune in TextNormaliser.Normalise(title).EnumerateRunes())
        {
            if (Rune.IsLetterOrDigit(rune))
                name.Append(Rune.ToLower(rune, CultureInfo.InvariantCulture).ToString());
            else if (name.Length > 0 && name[^1] != '-')
                name.Append('-');
            if (name.Length >= Longest)
                break;
        }

        return name.ToString().Trim('-') is { Length: > 0 } words ? words : otherwise;
    }

    /// <summary>The same with a number before it that keeps files apart and in order.</summary>
    public static string Of(InterchangeDocument document, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{number:000}-{Of(document.Title, "essay")}");
}
