using System.Diagnostics.CodeAnalysis;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Browse.Connections;
using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse.Documents;

/// <summary>Answers about documents. Safe to use from several threads.</summary>
[SuppressMessage("Globalization", "CA1310", Justification = "Translated to SQL, where the column's binary collation counts.")]
public sealed class DocumentBrowser(IDbContextFactory<CorpusContext> contexts)
{
    /// <summary>By title. An id that does not exist gives the first page.</summary>
    /// <param name="after">The <see cref="DocumentPage.Next"/> of the page before.</param>
    /// <param name="size">From 1 to 200.</param>
    public async Task<DocumentPage> ListAsync(int? after, int size, CancellationToken cancellation)
    {
        PageSize.Check(size);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var documents = context.Documents.AsQueryable();
        var title = await documents.Where(document => document.Id == after).Select(document => document.TitleKey).FirstOrDefaultAsync(cancellation);
        if (title is not null)
            documents = documents.Where(document => document.TitleKey.CompareTo(title) >= 0
                && (document.TitleKey.CompareTo(title) > 0 || document.Id > after));
        var ids = await documents.OrderBy(document => document.TitleKey).ThenBy(document => document.Id)
            .Select(document => document.Id).Take(size + 1).ToListAsync(cancellation);
        var more = ids.Count > size;
        if (more)
            ids.RemoveAt(size);
        return new(
            await DocumentSummaries.ReadAsync(context, ids, cancellation),
            await context.Documents.CountAsync(cancellation),
            more ? ids[^1] : null);
    }

    /// <summary>Null when there is no such document.</summary>
    public async Task<string?> TitleAsync(int id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Documents.Where(document => document.Id == id).Select(document => document.Title).SingleOrDefaultAsync(cancellation);
    }

    /// <summary>The whole document, however long. Null when there is no such document.</summary>
    public Task<DocumentView?> FindAsync(int id, CancellationToken cancellation) => FindAsync(id, choice: null, cancellation);

    /// <summary>The document, and of a book the part that is asked for. Null when there is no such document.</summary>
    public Task<DocumentView?> FindPartAsync(int id, PartChoice choice, CancellationToken cancellation) => FindAsync(id, choice, cancellation);

    private async Task<DocumentView?> FindAsync(int id, PartChoice? choice, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        if (await DocumentSummaries.ReadAsync(context, [id], cancellation) is not [var summary])
            return null;
        var content = await context.DocumentTexts
            .Join(
                context.DocumentVersions.Where(version => version.DocumentId == id && version.Number == summary.VersionNumber),
                text => text.VersionId,
                version => version.Id,
                (text, _) => text)
            .AsNoTracking()
            .SingleAsync(cancellation);
        var themes = await ThemeIndex.ReadAsync(context, cancellation);
        var passages = context.Passages.Where(passage => passage.DocumentId == id);
        var counts = await ThemeCounter.CountAsync(context, themes, passages, cancellation);
        var reader = new DocumentPartReader(context, new PassageRows(context, themes), passages);
        var view = new DocumentView(
            summary, content.Text, content.Blocks, [], [], [.. counts.Where(count => count.CountWithChildren > 0)])
        {
            Roles = await reader.RolesAsync(cancellation),
            Connections = await ConnectionEnds.OfAsync(context, id, cancellation),
            ConnectionTotals = await ConnectionEnds.CountAsync(context, id, cancellation),
        };
        var parts = DocumentParts.Of(content.Text.Length, content.Blocks);
        return choice is null || parts.Spans.Count == 1
            ? await reader.WholeAsync(view, cancellation)
            : await reader.PartAsync(view, parts, choice, cancellation);
    }

    /// <summary>The file as it was imported; null when there is no such document or version.</summary>
    /// <param name="version">Null for the current one.</param>
    public async Task<OriginalDocument?> FindOriginalAsync(int id, int? version, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.DocumentVersions
            .Where(row => row.DocumentId == id && row.Number == (version ?? row.Document.CurrentVersion))
            .Select(row => new OriginalDocument(row.Document.Source, row.MediaType, row.ContentHash, row.Original.Content))
            .SingleOrDefaultAsync(cancellation);
    }
}
