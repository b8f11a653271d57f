using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Annotate;

/// <summary>Everything that is an annotation in the sense of the W3C: notes, then passages, then links, each in the order in which they were made.</summary>
public sealed class AnnotationCatalogue(IDbContextFactory<CorpusContext> contexts)
{
    /// <param name="viewer">Null for a visitor; others' private notes are never among them.</param>
    public async Task<int> CountAsync(int? viewer, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await Notes(context, viewer).CountAsync(cancellation) + await context.Passages.CountAsync(cancellation) + await context.Relations.CountAsync(cancellation);
    }

    /// <summary>Those after a place, as many as are asked for.</summary>
    /// <param name="after">Null for the beginning.</param>
    public async Task<IReadOnlyList<CataloguedAnnotation>> ListAsync(AnnotationKey? after, int size, int? viewer, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var found = new List<CataloguedAnnotation>(size);
        foreach (var kind in Enum.GetValues<AnnotationSort>())
        {
            if (after is { } place && kind < place.Sort)
                continue;
            var from = after is { } same && same.Sort == kind ? same.Id : 0;
            found.AddRange(await ReadAsync(context, kind, from, size - found.Count, viewer, cancellation));
            if (found.Count == size)
                break;
        }

        return found;
    }

    /// <summary>The annotation that stands some places before another one.</summary>
    /// <param name="from">Null for behind the last one.</param>
    /// <returns>Null when there are not so many before it.</returns>
    public async Task<AnnotationKey?> BackAsync(AnnotationKey? from, int places, int? viewer, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        // Behind the last one is one place further on than the last one.
        var left = from is null ? places - 1 : places;
        foreach (var sort in Enum.GetValues<AnnotationSort>().Reverse())
        {
            if (from is { } place && sort > place.Sort)
                continue;
            var ids = Ids(context, sort, viewer);
            if (from is { } same && same.Sort == sort)
                ids = ids.Where(id => id <= same.Id);
            if (await ids.OrderByDescending(id => id).Skip(left).Select(id => (int?)id).FirstOrDefaultAsync(cancellation) is { } found)
                return new(sort, found);
            left -= await ids.CountAsync(cancellation);
        }

        return null;
    }

    private static IQueryable<int> Ids(CorpusContext context, AnnotationSort sort, int? viewer) => sort switch
    {
        AnnotationSort.Note => Notes(context, viewer).Select(note => note.Id),
        AnnotationSort.Passage => context.Passages.Select(passage => passage.Id),
        _ => context.Relations.Select(relation => relation.Id),
    };

    /// <summary>Null when there is none that the viewer may see.</summary>
    public async Task<CataloguedAnnotation?> FindAsync(AnnotationKey key, int? viewer, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return key.Sort == AnnotationSort.Note
            ? (await NoteBrowser.RowsAsync(NoteBrowser.Visible(context, viewer).Where(note => note.Id == key.Id), cancellation)).Select(Of).SingleOrDefault()
            : (await ReadAsync(context, key.Sort, key.Id - 1, 1, viewer, cancellation)).SingleOrDefault(one => one.Key == key);
    }

    private static async Task<IEnumerable<CataloguedAnnotation>> ReadAsync(
        CorpusContext context, AnnotationSort sort, int after, int size, int? viewer, CancellationToken cancellation) => sort switch
        {
            AnnotationSort.Note => (await NoteBrowser.RowsAsync(
                Notes(context, viewer).Where(note => note.Id > after).OrderBy(note => note.Id).Take(size), cancellation)).Select(Of),
            AnnotationSort.Passage => await context.Passages.Where(passage => passage.Id > after).OrderBy(passage => passage.Id).Take(size)
                .Select(passage => new CataloguedAnnotation.OfPassage(
                    passage.Id,
                    passage.DocumentId,
                    passage.Version.ImportedAt,
                    new Anchor(new Arguments.Text.TextSpan(passage.Start, passage.End), passage.Quote, passage.Prefix, passage.Suffix),
                    passage.Role,
                    passage.IsThesis,
                    passage.Origin,
                    passage.Status,
                    passage.Themes.Where(tag => tag.Status != Status.Rejected).OrderBy(tag => tag.ThemeId).Select(tag => tag.Theme.Slug).ToList(),
                    passage.ConcurrencyToken))
                .ToListAsync(cancellation),
            _ => await context.Relations.Where(relation => relation.Id > after).OrderBy(relation => relation.Id).Take(size)
                .Select(relation => new CataloguedAnnotation.OfLink(
                    relation.Id,
                    relation.FromPassage.DocumentId,
                    relation.FromPassage.Version.ImportedAt,
                    relation.FromPassageId,
                    relation.ToPassageId,
                    relation.ToRelationId,
                    relation.Kind,
                    relation.Origin,
                    relation.Status,
                    relation.ConcurrencyToken))
                .ToListAsync(cancellation),
        };

    private static IQueryable<Annotation> Notes(CorpusContext context, int? viewer) =>
        NoteBrowser.Visible(context, viewer).Where(note => !note.IsDeleted);

    private static CataloguedAnnotation Of(NoteRow row) => new CataloguedAnnotation.OfNote(row);
}

public enum AnnotationSort
{
    Note,
    Passage,
    Link,
}

public readonly record struct AnnotationKey(AnnotationSort Sort, int Id);

/// <param name="DocumentId">What it is about, in the end.</param>
/// <param name="Token">Names its state.</param>
public abstract record CataloguedAnnotation(AnnotationKey Key, int DocumentId, Guid Token)
{
    public sealed record OfNote(NoteRow Row) : CataloguedAnnotation(new(AnnotationSort.Note, Row.Id), Row.DocumentId, Row.Token);

    /// <param name="Created">When its version was imported, UTC.</param>
    /// <param name="Themes">Slugs.</param>
    public sealed record OfPassage(
        int Id, int Document, DateTime Created, Anchor Anchor, Role Role, bool IsThesis, Origin Origin, Status Status, IReadOnlyList<string> Themes, Guid State)
        : CataloguedAnnotation(new(AnnotationSort.Passage, Id), Document, State);

    /// <param name="ToLink">The link that it bears on; null when it bears on a passage.</param>
    public sealed record OfLink(
        int Id, int Document, DateTime Created, int From, int? To, int? ToLink, RelationKind Kind, Origin Origin, Status Status, Guid State)
        : CataloguedAnnotation(new(AnnotationSort.Link, Id), Document, State);
}
