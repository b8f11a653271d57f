using System.Globalization;
using System.Text;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Corpus.Codebook;

/// <summary>What stands in a theme's address. It is made from the name and stays when the theme is renamed.</summary>
internal static class ThemeSlug
{
    private const int Longest = 60;

    /// <summary>Pages of their own have these addresses.</summary>
    private static readonly HashSet<string> Reserved = ["new", "import", "codebook"];

    /// <summary>One that is not among <paramref name="taken"/>.</summary>
    public static string Of(string name, IReadOnlySet<string> taken)
    {
        var wanted = Plain(name) is { Length: > 0 } made && !Reserved.Contains(made) ? made : "theme";
        var free = wanted;
        for (var number = 2; taken.Contains(free); number++)
            free = string.Create(CultureInfo.InvariantCulture, $"{wanted}-{number}");
        return free;
    }

    private static string Plain(string name)
    {
        var slug = new StringBuilder();
        foreach (var character in TextNormaliser.Normalise(name).Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(character))
                slug.Append(character);
            else if (slug.Length > 0 && slug[^1] != '-' && !char.IsSurrogate(character) && CharUnicodeInfo.GetUnicodeCategory(character) != UnicodeCategory.NonSpacingMark)
                slug.Append('-');
        }

        var all = slug.ToString();
        return all[..Math.Min(all.Length, Longest)].Trim('-');
    }
}
