using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.History;

/// <summary>Later work that hangs on a row, and would be lost with it.</summary>
/// <param name="viewer">To whom it is told.</param>
/// <param name="all">The rows that go or change back together; they do not stand in each other's way.</param>
internal sealed class Dependents(CorpusContext context, int viewer, IReadOnlyCollection<ChangedRow> all)
{
    private readonly HashSet<int> relations = Ids(all, nameof(Relation));
    private readonly HashSet<int> notes = Ids(all, nameof(Annotation));
    private readonly HashSet<int> themes = Ids(all, nameof(Theme));
    private readonly HashSet<string> tags = [.. all.Where(row => row.Entity == nameof(PassageTheme)).Select(row => row.Key)];

    public async Task<string?> FindAsync(ChangedRow row, CancellationToken cancellation)
    {
        var id = (int)RowState.ParseKey(row.Key)[0];
        switch (row.Entity)
        {
            case nameof(Passage):
                if (await context.Relations.AnyAsync(one => (one.FromPassageId == id || one.ToPassageId == id) && !relations.Contains(one.Id), cancellation))
                    return "links from or to the passage were made since. Remove them first.";
                if (await NotesAsync(context.Annotations.Where(one => one.PassageId == id), "passage", cancellation) is { } onPassage)
                    return onPassage;
                var given = await context.PassageThemes.Where(tag => tag.PassageId == id).Select(tag => tag.ThemeId).ToListAsync(cancellation);
                return given.Exists(theme => !tags.Contains(FormattableString.Invariant($"{id},{theme}")))
                    ? "the passage was given themes since. Take them away first."
                    : null;
            case nameof(Relation):
                if (await context.Relations.AnyAsync(one => one.ToRelationId == id && !relations.Contains(one.Id), cancellation))
                    return "links to this link were made since. Remove them first.";
                return await NotesAsync(context.Annotations.Where(one => one.RelationId == id), "link", cancellation);
            case nameof(Annotation):
                return await context.Annotations.AnyAsync(one => one.ParentId == id && !notes.Contains(one.Id), cancellation)
                    ? "others have replied since."
                    : null;
            case nameof(Theme):
                if (await context.PassageThemes.AnyAsync(tag => tag.ThemeId == id, cancellation))
                    return "passages were given the theme since.";
                return await context.Themes.AnyAsync(theme => theme.ParentId == id && !themes.Contains(theme.Id), cancellation) ? "themes were put below it since." : null;
            default:
                return null;
        }
    }

    /// <summary>Nobody is to learn that somebody has written there in private.</summary>
    private async Task<string?> NotesAsync(IQueryable<Annotation> on, string what, CancellationToken cancellation)
    {
        var since = on.Where(note => !notes.Contains(note.Id));
        return await since.SeenBy(viewer).AnyAsync(cancellation) ? $"notes were written on the {what} since."
            : await since.AnyAsync(cancellation) ? $"the {what} has come into use since."
            : null;
    }

    private static HashSet<int> Ids(IEnumerable<ChangedRow> rows, string entity) =>
        [.. rows.Where(row => row.Entity == entity).Select(row => (int)RowState.ParseKey(row.Key)[0])];
}
