using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse.Columns;

/// <summary>Reads columns from the database, of all documents or of those that changed.</summary>
internal sealed class ColumnReader(CorpusContext context, ColumnTables tables)
{
    /// <summary>In no order.</summary>
    public async Task<List<DocumentColumns>> AllAsync(CancellationToken cancellation) =>
        await ReadAsync(
            context.Documents,
            context.Passages,
            await ThemesAsync(context.PassageThemes, cancellation),
            cancellation);

    /// <summary>In no order; a document that is gone is missing.</summary>
    public async Task<List<DocumentColumns>> OfAsync(IReadOnlyCollection<int> documents, CancellationToken cancellation) =>
        await ReadAsync(
            context.Documents.Where(document => documents.Contains(document.Id)),
            context.Passages.Where(passage => documents.Contains(passage.DocumentId)),
            await ThemesAsync(context.PassageThemes.Where(tag => documents.Contains(tag.Passage.DocumentId)), cancellation),
            cancellation);

    /// <summary>The themes of each passage that has any.</summary>
    private static async Task<Dictionary<int, List<int>>> ThemesAsync(IQueryable<PassageTheme> tags, CancellationToken cancellation)
    {
        var themes = new Dictionary<int, List<int>>();
        var rows = tags.Where(tag => tag.Status != Status.Rejected)
            .OrderBy(tag => tag.ThemeId).Select(tag => new { tag.PassageId, tag.ThemeId }).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            if (!themes.TryGetValue(row.PassageId, out var list))
                themes[row.PassageId] = list = new List<int>(2);
            list.Add(row.ThemeId);
        }

        return themes;
    }

    private async Task<List<DocumentColumns>> ReadAsync(
        IQueryable<Document> documents,
        IQueryable<Passage> passages,
        Dictionary<int, List<int>> themes,
        CancellationToken cancellation)
    {
        var heads = await documents
            .Select(document => new { document.Id, document.Title, document.TitleKey, document.Author, document.AuthorKey, document.ImportedAt })
            .ToListAsync(cancellation);
        var bodies = await BodiesAsync(passages, themes, cancellation);
        return heads.ConvertAll(head =>
        {
            var body = bodies.GetValueOrDefault(head.Id) ?? new Body();
            return new DocumentColumns(
                head.Id,
                head.Title,
                head.TitleKey,
                head.Author,
                head.AuthorKey,
                head.ImportedAt,
                [.. body.Passages],
                [.. body.Ordinals],
                [.. body.Labels],
                [.. body.Themes],
                [.. body.Confidences]);
        });
    }

    private async Task<Dictionary<int, Body>> BodiesAsync(
        IQueryable<Passage> passages, Dictionary<int, List<int>> themes, CancellationToken cancellation)
    {
        var bodies = new Dictionary<int, Body>();
        // Along the index that holds all of it.
        var rows = passages
            .OrderBy(passage => passage.DocumentId).ThenBy(passage => passage.Ordinal).ThenBy(passage => passage.Id)
            .Select(passage => new
            {
                passage.DocumentId,
                passage.Ordinal,
                passage.Id,
                passage.Role,
                passage.IsThesis,
                passage.EvidenceKind,
                passage.ClaimKind,
                passage.Stance,
                passage.Attribution,
                passage.SupportCount,
                passage.Status,
                passage.Confidence,
            }).AsAsyncEnumerable();
        await foreach (var row in rows.WithCancellation(cancellation))
        {
            if (!bodies.TryGetValue(row.DocumentId, out var body))
                bodies[row.DocumentId] = body = new Body();
            body.Passages.Add(row.Id);
            body.Ordinals.Add(row.Ordinal);
            body.Labels.Add(tables.Place(new FacetLabels(
                row.Role, row.IsThesis, row.EvidenceKind, row.ClaimKind, row.Stance, row.Attribution, row.SupportCount > 0, row.Status)));
            body.Themes.Add(themes.TryGetValue(row.Id, out var list)
                ? tables.Place(System.Runtime.InteropServices.CollectionsMarshal.AsSpan(list))
                : 0);
            body.Confidences.Add(row.Confidence);
        }

        return bodies;
    }

    private sealed class Body
    {
        public List<int> Passages { get; } = [];

        public List<int> Ordinals { get; } = [];

        public List<ushort> Labels { get; } = [];

        public List<int> Themes { get; } = [];

        public List<double> Confidences { get; } = [];
    }
}
