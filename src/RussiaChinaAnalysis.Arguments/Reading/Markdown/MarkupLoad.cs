using System.Buffers;
using System.Globalization;

namespace RussiaChinaAnalysis.Arguments.Reading.Markdown;

/// <summary>
/// How much work and memory a text will cost the parser, told before it begins. In one run of lines without a blank one
/// its time grows with the square of the signs that can be markup, and each line can become an object.
/// </summary>
internal static class MarkupLoad
{
    // Far above any essay: a paragraph with 500 signs, a thousand times.
    private const long MaximumLoad = 300_000_000;
    private const int MaximumSigns = 250_000;
    private const int MaximumLines = 250_000;

    private static readonly SearchValues<char> Signs = SearchValues.Create("*_[]|~^<>`#+=:-");

    /// <returns>What is too much, as a refusal goes on after the name of the file; null when nothing is.</returns>
    public static string? FindExcess(ReadOnlySpan<char> markdown)
    {
        long load = 0;
        var (signs, lines, signsInRun, runBegins) = (0, 0, 0L, 1);
        foreach (var line in markdown.EnumerateLines())
        {
            if (++lines > MaximumLines)
                return string.Create(CultureInfo.InvariantCulture, $"has more than {MaximumLines} lines; divide it.");
            if (line.IsWhiteSpace())
            {
                (signsInRun, runBegins) = (0, lines + 1);
                continue;
            }

            var inLine = Count(line);
            // The square of the whole run, summed up line by line.
            load += inLine * (2 * signsInRun + inLine);
            signsInRun += inLine;
            signs += inLine;
            if (load > MaximumLoad || signs > MaximumSigns)
                return string.Create(CultureInfo.InvariantCulture,
                    $"holds more signs of markup than can be read, up to the paragraph or table that begins in line {runBegins} of its text; divide it with blank lines, or leave the signs out.");
        }

        return null;
    }

    private static int Count(ReadOnlySpan<char> line)
    {
        var count = 0;
        for (var at = line.IndexOfAny(Signs); at >= 0; at = line.IndexOfAny(Signs))
        {
            count++;
            line = line[(at + 1)..];
        }

        return count;
    }
}
