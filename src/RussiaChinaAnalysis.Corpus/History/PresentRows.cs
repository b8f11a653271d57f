using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.History;

/// <summary>The rows of a change as they are now. Read in batches, because a change may be of many thousands.</summary>
internal sealed class PresentRows
{
    private const int Batch = 1000;

    private readonly Dictionary<(string Entity, string Key), EntityEntry> entries = [];

    private PresentRows()
    {
    }

    public static async Task<PresentRows> ReadAsync(CorpusContext context, IEnumerable<ChangedRow> rows, CancellationToken cancellation)
    {
        var present = new PresentRows();
        foreach (var sort in rows.GroupBy(row => row.Entity))
        {
            foreach (var keys in sort.Select(row => RowState.ParseKey(row.Key)).Chunk(Batch))
            {
                foreach (var row in await ReadAsync(context, sort.Key, keys, cancellation))
                {
                    var entry = context.Entry(row);
                    present.entries[(sort.Key, RowState.KeyOf(entry))] = entry;
                }
            }
        }

        return present;
    }

    /// <summary>Null when there is none, or none any more.</summary>
    public EntityEntry? Find(ChangedRow row) =>
        entries.GetValueOrDefault((row.Entity, row.Key)) is { State: not (EntityState.Deleted or EntityState.Detached) } entry ? entry : null;

    private static async Task<IEnumerable<object>> ReadAsync(CorpusContext context, string entity, object[][] keys, CancellationToken cancellation)
    {
        var first = keys.Select(key => (int)key[0]).Distinct().ToArray();
        switch (entity)
        {
            case nameof(Theme):
                return await context.Themes.Where(one => first.Contains(one.Id)).ToListAsync(cancellation);
            case nameof(CueTerm):
                return await context.Set<CueTerm>().Where(one => first.Contains(one.Id)).ToListAsync(cancellation);
            case nameof(Passage):
                return await context.Passages.Where(one => first.Contains(one.Id)).ToListAsync(cancellation);
            case nameof(PassageTheme):
                var themes = keys.Select(key => (int)key[1]).Distinct().ToArray();
                return await context.PassageThemes.Where(one => first.Contains(one.PassageId) && themes.Contains(one.ThemeId)).ToListAsync(cancellation);
            case nameof(Relation):
                return await context.Relations.Where(one => first.Contains(one.Id)).ToListAsync(cancellation);
            case nameof(Annotation):
                return await context.Annotations.Where(one => first.Contains(one.Id)).ToListAsync(cancellation);
            case nameof(UnplacedPassage):
                return await context.UnplacedPassages.Where(one => first.Contains(one.Id)).ToListAsync(cancellation);
            default:
                throw new ArgumentOutOfRangeException(nameof(entity), entity, message: null);
        }
    }
}
