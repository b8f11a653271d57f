using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>Reads whole rows, in two queries whatever their number.</summary>
internal sealed class PassageRows(CorpusContext context, ThemeIndex themes)
{
    /// <summary>In the order of the ids; an id that no longer exists is missing.</summary>
    public async Task<List<PassageRow>> ReadAsync(IReadOnlyCollection<int> ids, CancellationToken cancellation)
    {
        if (ids.Count == 0)
            return [];
        var rows = (await ReadAsync(context.Passages.Where(passage => ids.Contains(passage.Id)), cancellation))
            .ToDictionary(row => row.Id);
        return [.. ids.Where(rows.ContainsKey).Select(id => rows[id])];
    }

    /// <summary>In no order.</summary>
    public async Task<List<PassageRow>> ReadAsync(IQueryable<Passage> passages, CancellationToken cancellation)
    {
        var rows = await passages
            .Select(passage => new PassageRow(
                passage.Id,
                passage.DocumentId,
                passage.Document.Title,
                passage.Document.Author,
                passage.Ordinal,
                new TextSpan(passage.Start, passage.End),
                passage.Quote,
                passage.Role,
                passage.IsThesis,
                passage.EvidenceKind,
                passage.Attribution,
                passage.AttributedTo,
                passage.Stance,
                passage.Confidence,
                passage.Origin,
                passage.Status,
                passage.SupportCount,
                passage.AttackCount,
                Array.Empty<ThemeLabel>(),
                Array.Empty<TextSpan>())
            {
                ClaimKind = passage.ClaimKind,
                Certainty = passage.Certainty,
                Quantities = passage.Quantities,
                Times = passage.Times,
                Forecast = passage.Forecast,
                FormerStatus = passage.Status == Status.Suggested ? passage.FormerStatus : null,
                Token = passage.ConcurrencyToken,
            })
            .ToListAsync(cancellation);
        var tags = (await passages
            .SelectMany(passage => passage.Themes)
            .Where(tag => tag.Status != Status.Rejected)
            .Select(tag => new { tag.PassageId, tag.ThemeId, tag.Score })
            .ToListAsync(cancellation)).ToLookup(tag => tag.PassageId);
        return [.. rows.Select(row => row with
        {
            Themes = [.. tags[row.Id].OrderByDescending(tag => tag.Score).ThenBy(tag => tag.ThemeId).Select(tag => themes[tag.ThemeId].Label)],
        })];
    }
}
