using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Browse.Connections;
using RussiaChinaAnalysis.Corpus.Browse.Documents;
using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>Gathers one passage with everything that explains it.</summary>
internal sealed class PassageViewReader(CorpusContext context, ThemeIndex themes)
{
    private const int ConnectionsShown = 12;

    private readonly PassageRows rows = new(context, themes);

    public async Task<PassageView?> ReadAsync(int id, CancellationToken cancellation)
    {
        if (await rows.ReadAsync([id], cancellation) is not [var row])
            return null;
        var document = (await DocumentSummaries.ReadAsync(context, [row.DocumentId], cancellation)).Single();
        var passage = await context.Passages.Where(passage => passage.Id == id)
            .Select(passage => new { passage.Cues, passage.VersionId }).SingleAsync(cancellation);
        var content = await context.DocumentTexts.AsNoTracking()
            .SingleAsync(text => text.VersionId == passage.VersionId, cancellation);
        // A passage that a person made may lie in no block, or across two.
        var block = content.Blocks.FirstOrDefault(block => block.Span.Contains(row.Span))?.Span ?? row.Span;
        var outgoing = await LinkedAsync(
            context.Relations.Where(relation => relation.FromPassageId == id), relation => relation.To, cancellation);
        var incoming = await LinkedAsync(
            context.Relations.Where(relation => relation.ToPassageId == id), relation => relation.From, cancellation);
        var neighbours = context.Passages.Where(other => other.DocumentId == row.DocumentId);
        return new(
            row,
            document,
            block,
            new TextSpan(block.Start, row.Span.Start).Of(content.Text),
            new TextSpan(row.Span.End, block.End).Of(content.Text),
            passage.Cues,
            await ThemeTagsAsync(id, cancellation),
            outgoing,
            incoming,
            await new ConnectionRows(context, themes).OfAsync(id, ConnectionsShown, cancellation),
            await neighbours
                .Where(other => other.Ordinal < row.Ordinal || other.Ordinal == row.Ordinal && other.Id < id)
                .OrderByDescending(other => other.Ordinal).ThenByDescending(other => other.Id)
                .Select(other => (int?)other.Id).FirstOrDefaultAsync(cancellation),
            await neighbours
                .Where(other => other.Ordinal > row.Ordinal || other.Ordinal == row.Ordinal && other.Id > id)
                .OrderBy(other => other.Ordinal).ThenBy(other => other.Id)
                .Select(other => (int?)other.Id).FirstOrDefaultAsync(cancellation))
        {
            Place = PlaceOf(row.Span, content),
        };
    }

    private static SourcePlace PlaceOf(TextSpan span, DocumentText content)
    {
        var above = content.Blocks.TakeWhile(block => block.Span.Start <= span.Start).ToList();
        return new(above.LastOrDefault()?.Page, above.FindLast(block => block.Kind == BlockKind.Heading && !block.Span.Contains(span))?.Span.Of(content.Text));
    }

    private async Task<IReadOnlyList<ThemeTagRow>> ThemeTagsAsync(int id, CancellationToken cancellation)
    {
        var tags = await context.PassageThemes
            .Where(tag => tag.PassageId == id && tag.Status != Status.Rejected)
            .OrderByDescending(tag => tag.Score).ThenBy(tag => tag.ThemeId)
            .Select(tag => new { tag.ThemeId, tag.Score, tag.Cues, tag.Status, tag.FormerStatus }).ToListAsync(cancellation);
        return [.. tags.Select(tag => new ThemeTagRow(themes[tag.ThemeId].Label, tag.Score, tag.Cues)
        {
            FormerStatus = tag.Status == Status.Suggested ? tag.FormerStatus : null,
        })];
    }

    private async Task<IReadOnlyList<LinkedPassage>> LinkedAsync(
        IQueryable<Relation> relations, Func<RelationRow, int> otherEnd, CancellationToken cancellation)
    {
        var links = await RelationRows.Of(relations).ToListAsync(cancellation);
        var ends = (await rows.ReadAsync([.. links.Select(otherEnd).Distinct()], cancellation))
            .ToDictionary(row => row.Id);
        return [.. links.Select(link => new LinkedPassage(link, ends[otherEnd(link)]))];
    }
}
