using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RussiaChinaAnalysis.Corpus.Imports;

namespace RussiaChinaAnalysis.Corpus.Storage.Configurations;

internal sealed class ImportConfiguration : IEntityTypeConfiguration<Import>
{
    public void Configure(EntityTypeBuilder<Import> builder) =>
        builder.HasOne(import => import.Job).WithMany().HasForeignKey(import => import.JobId).OnDelete(DeleteBehavior.SetNull);
}

internal sealed class ImportFileConfiguration : IEntityTypeConfiguration<ImportFile>
{
    public void Configure(EntityTypeBuilder<ImportFile> builder)
    {
        builder.HasIndex(file => new { file.ImportId, file.Ordinal }).IsUnique();
        // A file whose job was taken by two, because a lease ran out, gets its outcome from one of them.
        builder.Property(file => file.State).IsConcurrencyToken();
        builder.HasOne(file => file.RevisionOf).WithMany().HasForeignKey(file => file.RevisionOfId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne(file => file.SimilarTo).WithMany().HasForeignKey(file => file.SimilarToId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne(file => file.Document).WithMany().HasForeignKey(file => file.DocumentId).OnDelete(DeleteBehavior.SetNull);
        builder.HasOne(file => file.Content).WithOne().HasForeignKey<StagedFile>(content => content.FileId);
    }
}

internal sealed class StagedFileConfiguration : IEntityTypeConfiguration<StagedFile>
{
    public void Configure(EntityTypeBuilder<StagedFile> builder) => builder.HasKey(content => content.FileId);
}
