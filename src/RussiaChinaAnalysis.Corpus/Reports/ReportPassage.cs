using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Reports;

/// <summary>What the layout of a report goes by.</summary>
internal sealed record ReportPassage(
    int Id, int DocumentId, string DocumentTitle, int Ordinal, string Quote, Role Role, bool IsThesis, double Confidence, int Supports, Status Status)
{
    public IReadOnlyList<int> ThemeIds { get; private set; } = [];

    public static IQueryable<ReportPassage> Of(IQueryable<Passage> passages) => passages.AsNoTracking().Select(passage => new ReportPassage(
        passage.Id,
        passage.DocumentId,
        passage.Document.Title,
        passage.Ordinal,
        passage.Quote,
        passage.Role,
        passage.IsThesis,
        passage.Confidence,
        passage.SupportCount,
        passage.Status)
    {
        ThemeIds = passage.Themes.Where(tag => tag.Status != Status.Rejected).OrderByDescending(tag => tag.Score).ThenBy(tag => tag.ThemeId)
            .Select(tag => tag.ThemeId).ToList(),
    });
}
