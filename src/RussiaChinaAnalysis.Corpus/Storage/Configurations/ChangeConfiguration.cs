using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Storage.Configurations;

internal sealed class ChangeConfiguration : IEntityTypeConfiguration<Change>
{
    public void Configure(EntityTypeBuilder<Change> builder)
    {
        builder.HasIndex(change => new { change.DocumentId, change.Id });
        builder.HasIndex(change => new { change.PersonId, change.Id });
        // What was taken back once cannot be taken back twice, by however many people at the same moment.
        builder.HasIndex(change => change.UndoesId).IsUnique();
        builder.HasOne<Change>().WithMany().HasForeignKey(change => change.UndoesId).OnDelete(DeleteBehavior.Restrict);
        builder.HasMany(change => change.Rows).WithOne().HasForeignKey(row => row.ChangeId).OnDelete(DeleteBehavior.Restrict);
    }
}

internal sealed class ChangedRowConfiguration : IEntityTypeConfiguration<ChangedRow>
{
    public void Configure(EntityTypeBuilder<ChangedRow> builder)
    {
        builder.ToTable("ChangedRows");
        builder.HasKey(row => new { row.ChangeId, row.Position });
        builder.HasIndex(row => new { row.Entity, row.Key, row.ChangeId });
    }
}
