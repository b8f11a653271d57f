using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Storage.Configurations;

internal sealed class VersionChangeConfiguration : IEntityTypeConfiguration<VersionChange>
{
    public void Configure(EntityTypeBuilder<VersionChange> builder)
    {
        builder.HasKey(change => change.VersionId);
        builder.HasOne(change => change.Version).WithOne().HasForeignKey<VersionChange>(change => change.VersionId);
        builder.Property(change => change.Passages).HasConversion(StoredChanges.Passages, StoredJson.Comparer<PassageChange>());
    }
}

internal sealed class UnplacedPassageConfiguration : IEntityTypeConfiguration<UnplacedPassage>
{
    public void Configure(EntityTypeBuilder<UnplacedPassage> builder)
    {
        builder.HasIndex(passage => passage.DocumentId);
        builder.HasOne<DocumentVersion>().WithMany().HasForeignKey(passage => passage.VersionId);
        builder.Property(passage => passage.Links).HasConversion(StoredChanges.Sentences, StoredJson.Comparer<string>());
    }
}
