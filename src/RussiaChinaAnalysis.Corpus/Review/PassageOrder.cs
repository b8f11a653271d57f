using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Review;

/// <summary>Numbers the passages of a version anew, in the order of the text, after some were made, moved or removed.</summary>
internal static class PassageOrder
{
    public static async Task RenewAsync(CorpusContext context, int versionId, CancellationToken cancellation)
    {
        var passages = await context.Passages.Where(passage => passage.VersionId == versionId)
            .Select(passage => new { passage.Id, passage.Start, passage.End, passage.Ordinal })
            .ToListAsync(cancellation);
        var shifts = passages
            .OrderBy(passage => new TextSpan(passage.Start, passage.End)).ThenBy(passage => passage.Id)
            .Select((passage, place) => (passage.Id, Shift: place + 1 - passage.Ordinal))
            .Where(passage => passage.Shift != 0)
            .GroupBy(passage => passage.Shift, passage => passage.Id);
        // The number is derived, so that it neither counts as a change nor renews a token.
        foreach (var shift in shifts)
        {
            var (by, ids) = (shift.Key, shift.ToList());
            await context.Passages.Where(passage => ids.Contains(passage.Id))
                .ExecuteUpdateAsync(update => update.SetProperty(passage => passage.Ordinal, passage => passage.Ordinal + by), cancellation);
        }
    }
}
