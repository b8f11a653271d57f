using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.ChangeTracking;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.History;

/// <summary>
/// From which token to which a change has led a row. Who acts on what a page showed before one's own changes follows
/// these steps; what others changed is on none of them, so that it collides.
/// </summary>
/// <param name="Before">Null where the change made the row.</param>
/// <param name="After">Null where the change removed it.</param>
public sealed record TokenStep(Guid? Before, Guid? After)
{
    /// <summary>Taken down before the save; read what is returned after it, when the rows have their new tokens.</summary>
    internal static Func<IReadOnlyList<TokenStep>> Of(CorpusContext context)
    {
        var rows = context.ChangeTracker.Entries<IConcurrencyChecked>()
            .Where(entry => entry.State is EntityState.Added or EntityState.Modified or EntityState.Deleted)
            .Select(entry => (entry.Entity, entry.State, Before: Shown(entry)))
            .ToList();
        return () => [.. rows.Select(row => new TokenStep(
            row.State == EntityState.Added ? null : row.Before,
            row.State == EntityState.Deleted ? null : row.Entity.ConcurrencyToken))];
    }

    private static Guid Shown(EntityEntry<IConcurrencyChecked> entry) => entry.Property(row => row.ConcurrencyToken).OriginalValue;
}
