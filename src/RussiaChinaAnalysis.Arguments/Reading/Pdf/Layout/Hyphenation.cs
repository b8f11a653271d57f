using System.Text;

namespace RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;

/// <summary>
/// Decides whether a hyphen at the end of a line was put there by type-setting or belongs to the word. There is no
/// dictionary, but the document itself shows most of its words more than once.
/// </summary>
internal sealed class Hyphenation
{
    private readonly HashSet<string> words = new(StringComparer.OrdinalIgnoreCase);

    public Hyphenation(IEnumerable<Line> lines)
    {
        foreach (var line in lines)
        {
            // The last word may be half a word, and so may the first.
            for (var at = 1; at < line.Words.Count - 1; at++)
                words.Add(Bare(Shown(line.Words[at].Text)));
        }
    }

    /// <summary>The lines as one text: a word that was divided is one again, and other lines are a space apart.</summary>
    public string Join(IReadOnlyList<Line> lines)
    {
        var text = new StringBuilder(lines[0].Text);
        for (var at = 1; at < lines.Count; at++)
        {
            var (line, next) = (lines[at - 1].Text, lines[at].Text);
            if (line[^1] == '\u00AD' || (IsHyphenated(line) && !BelongsToWord(line, next)))
                text.Length--;
            else if (!IsHyphenated(line) && !(Script.IsEastAsian(line[^1]) && Script.IsEastAsian(next[0])))
                text.Append(' ');
            text.Append(next);
        }

        return Shown(text.ToString());
    }

    // Many fonts have the hyphen under the code of the soft one. Where no line is divided it belongs to the word, and is seen.
    private static string Shown(string words) => words.Replace('\u00AD', '-');

    private static bool IsHyphenated(string line) =>
        line[^1] is '-' or '\u2010' && line.Length > 1 && char.IsLetterOrDigit(line[^2]);

    private bool BelongsToWord(string line, string next)
    {
        // "Russia-" and "China", "1990-" and "95": no word is divided before a capital or a figure.
        if (!char.IsLower(next[0]) || !char.IsLetter(line[^2]))
            return true;
        var first = Bare(line[(line.LastIndexOf(' ') + 1)..^1]);
        var end = next.IndexOf(' ', StringComparison.Ordinal);
        var second = Bare(end < 0 ? next : next[..end]);
        if (words.Contains(first + "-" + second))
            return true;
        if (words.Contains(first + second))
            return false;
        // A compound's parts are words of their own: "long-" and "term".
        return first.Contains('-', StringComparison.Ordinal) || (words.Contains(first) && words.Contains(second));
    }

    private static string Bare(string word) =>
        word.Trim('.', ',', ';', ':', '!', '?', '(', ')', '[', ']', '"', '\'', '“', '”', '‘', '’', '«', '»', '…');
}
