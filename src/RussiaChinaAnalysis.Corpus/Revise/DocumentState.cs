using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Revise;

/// <summary>A document with everything that a new reading of it may change, tracked by a context.</summary>
/// <param name="Relations">Those between its passages, and those that bear on such a relation.</param>
internal sealed record DocumentState(
    Document Document, DocumentVersion Version, string Text, IReadOnlyList<Passage> Passages, IReadOnlyList<Relation> Relations)
{
    /// <summary>Null when there is no such document.</summary>
    public static async Task<DocumentState?> ReadAsync(CorpusContext context, int id, CancellationToken cancellation)
    {
        if (await context.Documents.SingleOrDefaultAsync(document => document.Id == id, cancellation) is not { } document)
            return null;
        var version = await context.DocumentVersions.Include(version => version.Text)
            .SingleAsync(version => version.DocumentId == id && version.Number == document.CurrentVersion, cancellation);
        var passages = await context.Passages.Include(passage => passage.Themes)
            .Where(passage => passage.DocumentId == id)
            .OrderBy(passage => passage.Ordinal).ThenBy(passage => passage.Id)
            .ToListAsync(cancellation);
        var relations = await context.Relations
            .Where(relation => relation.FromPassage.DocumentId == id)
            .OrderBy(relation => relation.Id)
            .ToListAsync(cancellation);
        return new(document, version, version.Text.Text, passages, relations);
    }
}
