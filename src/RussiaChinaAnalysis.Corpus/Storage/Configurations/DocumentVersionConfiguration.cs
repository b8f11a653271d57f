using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Storage.Configurations;

internal sealed class DocumentVersionConfiguration : IEntityTypeConfiguration<DocumentVersion>
{
    public void Configure(EntityTypeBuilder<DocumentVersion> builder)
    {
        builder.HasIndex(version => new { version.DocumentId, version.Number }).IsUnique();
        builder.HasIndex(version => version.ContentHash).IsUnique();
        // By which the documents are found that are still to be compared.
        builder.HasIndex(version => version.ConnectedAt);
        builder.HasIndex(version => version.UncomparedChange).HasFilter("\"UncomparedChange\" IS NOT NULL");
        builder.HasOne(version => version.Text).WithOne().HasForeignKey<DocumentText>(text => text.VersionId);
        builder.HasOne(version => version.Original).WithOne().HasForeignKey<OriginalFile>(file => file.VersionId);
        builder.HasOne(version => version.Sketch).WithOne().HasForeignKey<VersionSketch>(sketch => sketch.VersionId);
    }
}

internal sealed class DocumentTextConfiguration : IEntityTypeConfiguration<DocumentText>
{
    public void Configure(EntityTypeBuilder<DocumentText> builder)
    {
        builder.HasKey(text => text.VersionId);
        builder.Property(text => text.Blocks).HasConversion(StoredJson.Blocks, StoredJson.Comparer<Arguments.Reading.Block>());
    }
}

internal sealed class OriginalFileConfiguration : IEntityTypeConfiguration<OriginalFile>
{
    public void Configure(EntityTypeBuilder<OriginalFile> builder) => builder.HasKey(file => file.VersionId);
}

internal sealed class VersionSketchConfiguration : IEntityTypeConfiguration<VersionSketch>
{
    public void Configure(EntityTypeBuilder<VersionSketch> builder) => builder.HasKey(sketch => sketch.VersionId);
}
