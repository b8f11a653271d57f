using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;

namespace RussiaChinaAnalysis.Corpus.Storage.Configurations;

internal sealed class DocumentChangeConfiguration : IEntityTypeConfiguration<DocumentChange>
{
    public void Configure(EntityTypeBuilder<DocumentChange> builder)
    {
        builder.HasKey(change => change.DocumentId);
        builder.Property(change => change.DocumentId).ValueGeneratedNever();
        builder.HasIndex(change => change.Stamp);
    }
}
