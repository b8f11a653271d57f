using System.Text;

namespace RussiaChinaAnalysis.Arguments.Reading.Pdf.Layout;

/// <summary>
/// Takes out what stands at the top and the bottom of page after page: lines at the same height whose text is the same
/// once its figures are left aside. Left and right pages may differ, so every second page is enough.
/// </summary>
internal static class RunningHeads
{
    private const int OutermostLines = 3;
    private const int EnoughPages = 4;
    private const double SameHeight = 4;
    private const double LargerGap = 1.3;

    // Headings may be alike on several pages; running heads are not set larger than the text.
    private const double LargerThanBody = 1.15;

    public static List<List<Word>> Remove(IReadOnlyList<List<Word>> pages)
    {
        var largest = LargerThanBody * pages.SelectMany(words => words).GroupBy(word => Math.Round(word.Size)).OrderByDescending(group => group.Count()).Select(group => group.Key).FirstOrDefault();
        var candidates = pages.SelectMany((words, page) => Outermost(words, page)).Where(line => line.Words[0].Size <= largest).ToList();
        var running = candidates
            .GroupBy(line => line.Key)
            .SelectMany(group => group.Where(line => IsRepeated(line, group, pages.Count)))
            .Concat(candidates.Where(line => line.IsNumberAlone && IsAtTheEdge(line, candidates, pages.Count)))
            .SelectMany(line => line.Words)
            .ToHashSet(ReferenceEqualityComparer.Instance);
        List<List<Word>> rest = [.. pages.Select(words => words.FindAll(word => !running.Contains(word)))];
        // Pages of a line each, such as slides, have nothing but edges.
        return rest.TrueForAll(words => words.Count == 0) ? [.. pages] : rest;
    }

    private static IEnumerable<EdgeLine> Outermost(List<Word> words, int page)
    {
        var rows = new List<List<Word>>();
        foreach (var word in words.OrderByDescending(word => word.Baseline))
        {
            if (rows.Count > 0 && rows[^1][0].Baseline - word.Baseline <= Ems.SameBaseline * Math.Max(word.Size, rows[^1][0].Size))
                rows[^1].Add(word);
            else
                rows.Add([word]);
        }

        var top = SetApart(rows);
        rows.Reverse();
        var bottom = SetApart(rows);
        for (var at = 0; at < rows.Count; at++)
        {
            var below = rows.Count - 1 - at;
            if (at < bottom || below < top)
                yield return new EdgeLine(page, Math.Min(at, below), [.. rows[at].OrderBy(word => word.Left)]);
        }
    }

    // How many of the first lines stand apart from the rest by more than the usual gap.
    private static int SetApart(List<List<Word>> rows)
    {
        if (rows.Count <= 2)
            return rows.Count;
        var most = Math.Clamp(rows.Count / 4, 1, OutermostLines);
        double[] gaps = [.. rows.Zip(rows.Skip(1), (row, next) => Math.Abs(row[0].Baseline - next[0].Baseline))];
        var usual = gaps.Order().ElementAt(gaps.Length / 4);
        return 1 + Array.FindLastIndex(gaps, most - 1, gap => gap > LargerGap * usual);
    }

    private static bool IsRepeated(EdgeLine line, IEnumerable<EdgeLine> sameText, int pages)
    {
        var on = sameText.Where(other => Math.Abs(other.Baseline - line.Baseline) <= SameHeight).Select(other => other.Page).Distinct().Count();
        // A head can name the chapter, and then be that of a few pages only.
        return on >= Math.Clamp(pages / 4, 2, EnoughPages);
    }

    // A page number needs no repetition when it is the outermost line; where others are at its height it is one of them.
    private static bool IsAtTheEdge(EdgeLine line, List<EdgeLine> candidates, int pages) =>
        line.Depth == 0
        && (pages == 1 || candidates.Any(other => other.Page != line.Page && other.IsNumberAlone && Math.Abs(other.Baseline - line.Baseline) <= SameHeight));

    /// <param name="Page">From 0.</param>
    /// <param name="Depth">How many lines lie between it and the edge of the page.</param>
    private sealed record EdgeLine(int Page, int Depth, IReadOnlyList<Word> Words)
    {
        private string Text { get; } = string.Join(' ', Words.Select(word => word.Text));

        public double Baseline => Words[0].Baseline;

        /// <summary>The text with every run of figures as one mark.</summary>
        public string Key
        {
            get
            {
                var key = new StringBuilder();
                foreach (var character in Text)
                {
                    if (!char.IsDigit(character))
                        key.Append(char.ToLowerInvariant(character));
                    else if (key.Length == 0 || key[^1] != '#')
                        key.Append('#');
                }

                return key.ToString();
            }
        }

        /// <summary>"7", "– 7 –", "Page 7 of 12", "vii".</summary>
        public bool IsNumberAlone
        {
            get
            {
                var words = Text.Split([' ', '-', '–', '—', '|', '/', '[', ']', '.'], StringSplitOptions.RemoveEmptyEntries);
                return words.Length is > 0 and <= 4
                    && words.Any(IsNumber)
                    && words.All(word => IsNumber(word) || word.ToLowerInvariant() is "page" or "of" or "p" or "стр" or "страница" or "из" or "第" or "页" or "共");
            }
        }

        private static bool IsNumber(string word) =>
            word.Length <= 4 && (word.All(char.IsDigit) || (word.Length > 0 && word.ToLowerInvariant().All(letter => letter is 'i' or 'v' or 'x')));
    }
}
