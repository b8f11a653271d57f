using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using Microsoft.EntityFrameworkCore.Metadata;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.History;

/// <summary>What a context is about to write, as far as history keeps it.</summary>
internal sealed class PendingRows
{
    private readonly List<Pending> rows;

    private PendingRows(List<Pending> rows) => this.rows = rows;

    public bool IsEmpty => rows.Count == 0;

    /// <summary>The documents of the passages among them.</summary>
    public IEnumerable<int> DocumentsOfPassages => rows.Select(row => row.Entry.Entity).OfType<Passage>().Select(passage => passage.DocumentId).Distinct();

    /// <summary>Those that get another status.</summary>
    public IReadOnlyList<int> DecidedPassages =>
        [.. rows.Where(row => row.State == EntityState.Modified && row.Properties.Exists(property => property.Name == nameof(Passage.Status)))
            .Select(row => row.Entry.Entity).OfType<Passage>().Select(passage => passage.Id)];

    /// <summary>Those that get another place in the codebook.</summary>
    public IReadOnlyList<Theme> PlacedThemes =>
        [.. rows.Where(row => row.State != EntityState.Deleted && row.Properties.Exists(property => property.Name == nameof(Theme.ParentId)))
            .Select(row => row.Entry.Entity).OfType<Theme>()];

    /// <summary>Those that get another name, unless it differs in case alone.</summary>
    public IReadOnlyList<Theme> RenamedThemes =>
        [.. rows.Where(row => row.State == EntityState.Modified && row.Properties.Exists(property => property.Name == nameof(Theme.NameKey)))
            .Select(row => row.Entry.Entity).OfType<Theme>()];

    /// <summary>Taken down before the save, because what the rows were is forgotten by it.</summary>
    /// <param name="withPrivate">False where private notes only go along with a change that everybody may see.</param>
    public static PendingRows Of(CorpusContext context, bool withPrivate = true)
    {
        context.ChangeTracker.DetectChanges();
        return new([.. context.ChangeTracker.Entries()
            .Where(entry => RowState.IsKept(entry) && entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Where(entry => withPrivate || entry.Entity is not Annotation { IsPrivate: true })
            .OrderBy(entry => RowState.Kept.IndexOf(entry.Metadata.ClrType))
            .Select(Pending.Of)
            .Where(one => one.Means)]);
    }

    /// <summary>The record of them, once they are saved and new ones have their keys.</summary>
    public IEnumerable<ChangedRow> Saved() => rows.Select((one, place) => one.Row(place + 1));

    /// <summary>A row as it is about to be written. What it was is read now; what it became, after the save.</summary>
    private sealed record Pending(EntityEntry Entry, EntityState State, string? Key, JsonObject? Before, List<IProperty> Properties)
    {
        /// <summary>A row may be marked only to renew its token.</summary>
        public bool Means => State != EntityState.Modified || Properties.Count > 0;

        public static Pending Of(EntityEntry entry)
        {
            var properties = RowState.PropertiesOf(entry.Metadata);
            if (entry.State == EntityState.Modified)
                properties = properties.Where(property => entry.Property(property).IsModified && !Equals(entry.Property(property).OriginalValue, entry.Property(property).CurrentValue));
            var list = properties.ToList();
            return new(
                entry,
                entry.State,
                entry.State == EntityState.Deleted ? RowState.KeyOf(entry) : null,
                entry.State == EntityState.Added ? null : RowState.Write(entry, list, original: true),
                list);
        }

        public ChangedRow Row(int position) => new()
        {
            Position = position,
            Entity = Entry.Metadata.ClrType.Name,
            Key = Key ?? RowState.KeyOf(Entry),
            Before = Before?.ToJsonString(),
            After = State == EntityState.Deleted ? null : RowState.Write(Entry, Properties, original: false).ToJsonString(),
        };
    }
}
