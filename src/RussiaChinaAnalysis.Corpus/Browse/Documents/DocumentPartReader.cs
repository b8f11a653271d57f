using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse.Documents;

/// <summary>Reads the passages of a document with what relates them, of all of it or of a part.</summary>
/// <param name="passages">Those of the document.</param>
internal sealed class DocumentPartReader(CorpusContext context, PassageRows rows, IQueryable<Passage> passages)
{
    public async Task<IReadOnlyList<RoleCount>> RolesAsync(CancellationToken cancellation) => await passages
        .GroupBy(passage => new { passage.Role, passage.IsThesis })
        .Select(group => new RoleCount(group.Key.Role, group.Key.IsThesis, group.Count()))
        .ToListAsync(cancellation);

    public async Task<DocumentView> WholeAsync(DocumentView view, CancellationToken cancellation) => view with
    {
        Passages = InOrder(await rows.ReadAsync(passages, cancellation)),
        Relations = await RelationRows.Of(context.Relations.Where(relation => relation.FromPassage.DocumentId == view.Summary.Id))
            .ToListAsync(cancellation),
    };

    public async Task<DocumentView> PartAsync(DocumentView view, DocumentParts parts, PartChoice choice, CancellationToken cancellation)
    {
        var number = await NumberAsync(parts, choice, cancellation);
        var span = parts.Spans[number - 1];
        var shown = InOrder(await rows.ReadAsync(passages.Where(passage => passage.Start < span.End && passage.End > span.Start), cancellation));
        var ids = shown.Select(passage => passage.Id).ToList();
        var relations = await RelationsAsync(ids, cancellation);
        var beyond = relations.SelectMany(relation => new[] { relation.From, relation.To }).Except(ids).ToList();
        return view with
        {
            Passages = shown,
            Relations = relations,
            Beyond = await rows.ReadAsync(beyond, cancellation),
            Part = new DocumentPart(
                number,
                parts,
                await passages.Where(passage => passage.Start < span.Start).OrderByDescending(passage => passage.Ordinal)
                    .Select(passage => (int?)passage.Id).FirstOrDefaultAsync(cancellation),
                await passages.Where(passage => passage.Start >= span.End).OrderBy(passage => passage.Ordinal)
                    .Select(passage => (int?)passage.Id).FirstOrDefaultAsync(cancellation)),
        };
    }

    private async Task<int> NumberAsync(DocumentParts parts, PartChoice choice, CancellationToken cancellation)
    {
        if (choice.Passage is { } id
            && await passages.Where(passage => passage.Id == id).Select(passage => (int?)passage.Start).FirstOrDefaultAsync(cancellation) is { } start)
            return parts.At(start);
        return choice.Position is { } position ? parts.At(position) : Math.Clamp(choice.Number ?? 1, 1, parts.Spans.Count);
    }

    /// <summary>One query for each end, since each runs along its own index.</summary>
    private async Task<IReadOnlyList<RelationRow>> RelationsAsync(List<int> ids, CancellationToken cancellation)
    {
        var from = await RelationRows.Of(context.Relations.Where(relation => ids.Contains(relation.FromPassageId))).ToListAsync(cancellation);
        var to = await RelationRows.Of(context.Relations.Where(relation => relation.ToPassageId != null && ids.Contains(relation.ToPassageId.Value)))
            .ToListAsync(cancellation);
        return [.. from.Concat(to).DistinctBy(relation => relation.Id).OrderBy(relation => relation.Id)];
    }

    private static IReadOnlyList<PassageRow> InOrder(List<PassageRow> read) => [.. read.OrderBy(row => row.Ordinal).ThenBy(row => row.Id)];
}
