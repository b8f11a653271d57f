using System.Collections.Immutable;
using System.Text;

namespace RussiaChinaAnalysis.Arguments.Evaluation.Gold;

/// <summary>A short text and the sentences that a reader sees in it.</summary>
/// <param name="Usual">One of those cases on which published splitters are usually compared.</param>
public sealed record SentenceCase(string Number, string Input, ImmutableArray<string> Expected, bool Usual)
{
    private const string Separator = " ||| ";

    /// <summary>
    /// Reads a table with the columns <c>input</c> and <c>expected</c> (sentences joined by <c> ||| </c>), and where
    /// it has them <c>number</c> and <c>in_pysbd_48</c>; <c>\n</c>, <c>\t</c> and <c>\\</c> stand for line feed, tab
    /// and backslash.
    /// </summary>
    /// <returns>Null when the table has other columns.</returns>
    public static ImmutableArray<SentenceCase>? ParseTable(string table)
    {
        var rows = TabSeparated.Parse(table);
        if (rows.Missing("input", "expected") is not null)
            return null;

        return [.. rows.Select(row => new SentenceCase(
            row["number"],
            Unescape(row["input"]),
            [.. row["expected"].Split(Separator).Select(Unescape)],
            row["in_pysbd_48"] == "yes"))];
    }

    private static string Unescape(string field)
    {
        var plain = new StringBuilder(field.Length);
        for (var index = 0; index < field.Length; index++)
        {
            if (field[index] == '\\' && index + 1 < field.Length)
            {
                index++;
                plain.Append(field[index] switch { 'n' => '\n', 't' => '\t', var other => other });
            }
            else
            {
                plain.Append(field[index]);
            }
        }

        return plain.ToString();
    }
}
