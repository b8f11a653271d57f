using System.Globalization;
using System.Text.RegularExpressions;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Codebook;

/// <summary>A theme as a person wants it.</summary>
/// <param name="Definition">What belongs to it and what does not, with examples.</param>
/// <param name="Colour">A CSS hexadecimal colour, <c>#rrggbb</c>.</param>
/// <param name="Parent">The slug of the broader theme; null or blank for none.</param>
/// <param name="CueTerms">One to a line, each with its weight after an equals sign where it is not 1: <c>trade war = 0.6</c>.</param>
public sealed partial record ThemeDraft(string Name, string Definition, string Colour, string? Parent, string? CueTerms)
{
    public const int LongestName = 100;
    public const int LongestDefinition = 5000;
    public const int MostTerms = 300;

    /// <summary>What is wrong with it, and how to mend it; null when nothing is.</summary>
    internal string? Problem()
    {
        if (string.IsNullOrWhiteSpace(Name) || Name.Trim().Length > LongestName)
            return $"A theme needs a name of at most {LongestName} characters.";
        if (Definition.Length > LongestDefinition)
            return $"The definition has at most {LongestDefinition} characters; shorten it.";
        if (!HexColour().IsMatch(Colour))
            return $"“{Colour}” is no colour; write it as #336699.";
        var terms = Read(CueTerms, out var problem);
        return problem ?? (terms.Count > MostTerms ? $"A theme has at most {MostTerms} cue terms." : null);
    }

    /// <summary>As a person writes them.</summary>
    internal static string Write(IEnumerable<CueTerm> terms) => Write(terms.OrderBy(term => term.Id).Select(term => (term.Text, term.Weight)));

    internal static string Write(IEnumerable<(string Text, double Weight)> terms) => string.Join('\n', terms.Select(term => term.Weight == 1
        ? term.Text
        : string.Create(CultureInfo.InvariantCulture, $"{term.Text} = {term.Weight:0.###}")));

    internal static IReadOnlyList<(string Text, double Weight)> Read(string? lines, out string? problem)
    {
        problem = null;
        var terms = new List<(string, double)>();
        foreach (var line in (lines ?? "").Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var parts = line.Split('=', 2, StringSplitOptions.TrimEntries);
            var weight = 1.0;
            if (parts.Length == 2 && (!double.TryParse(parts[1], NumberStyles.Float, CultureInfo.InvariantCulture, out weight) || weight is not (> 0 and <= 1)))
                problem ??= $"“{line}”: the weight after the equals sign must be greater than 0 and at most 1.";
            if (parts[0].Length is 0 or > LongestName)
                problem ??= $"“{line}”: a cue term has from 1 to {LongestName} characters.";
            terms.Add((parts[0], weight));
        }

        return terms;
    }

    [GeneratedRegex("^#[0-9a-fA-F]{6}$", RegexOptions.NonBacktracking)]
    private static partial Regex HexColour();
}

/// <summary>What hangs on a theme, so that a person knows what a change touches.</summary>
/// <param name="Passages">Tagged with it, rejected tags not counted.</param>
/// <param name="Decided">Those among them whose tag a person made or accepted.</param>
/// <param name="Narrower">Themes right below it.</param>
public sealed record ThemeReach(int Passages, int Decided, int Documents, IReadOnlyList<string> Narrower);
