using RussiaChinaAnalysis.Corpus.Reports;

namespace RussiaChinaAnalysis.Web.Pages.Reports;

/// <summary>A report on a page.</summary>
/// <param name="Most">How many statements are shown; the files hold all of them.</param>
public sealed record ReportView(ReportContent Content, int Most)
{
    public const int Preview = 40;
    public const int Whole = 400;

    public int Total => Content.Sections.Sum(section => section.Items.Count);

    /// <summary>The sections with as many statements as are shown.</summary>
    public IEnumerable<(ReportSection Section, IReadOnlyList<ReportItem> Shown)> Sections()
    {
        var left = Most;
        foreach (var section in Content.Sections)
        {
            if (left <= 0)
                yield break;
            var shown = section.Items.Take(left).ToList();
            left -= shown.Count;
            yield return (section, shown);
        }
    }
}
