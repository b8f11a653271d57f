namespace RussiaChinaAnalysis.Arguments.Codebook;

internal static class NearestName
{
    // Bounds the work on a hostile file; a codebook that people keep is far smaller.
    private const int MostNames = 500;
    private const int LongestName = 64;

    /// <summary>“ Did you mean …?” when a known name is within two slips of the pen; otherwise nothing.</summary>
    public static string Hint(string name, IEnumerable<string> known)
    {
        var nearest = name.Length > LongestName
            ? null
            : known.Take(MostNames)
                .Where(candidate => candidate.Length <= LongestName && Distance(name, candidate) <= Math.Min(2, candidate.Length / 2))
                .MinBy(candidate => Distance(name, candidate));

        return nearest is null ? "" : $" Did you mean “{nearest}”?";
    }

    /// <summary>Levenshtein distance in UTF-16 code units.</summary>
    private static int Distance(string first, string second)
    {
        var row = Enumerable.Range(0, second.Length + 1).ToArray();
        for (var i = 1; i <= first.Length; i++)
        {
            var diagonal = row[0];
            row[0] = i;
            for (var j = 1; j <= second.Length; j++)
            {
                var substitution = diagonal + (first[i - 1] == second[j - 1] ? 0 : 1);
                diagonal = row[j];
                row[j] = Math.Min(substitution, Math.Min(row[j], row[j - 1]) + 1);
            }
        }

        return row[second.Length];
    }
}
