using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Storage.Configurations;

internal sealed class DocumentConfiguration : IEntityTypeConfiguration<Document>
{
    public void Configure(EntityTypeBuilder<Document> builder)
    {
        // Each index ends with the id and serves one order of lists.
        builder.HasIndex(document => new { document.TitleKey, document.Id });
        builder.HasIndex(document => new { document.ImportedAt, document.Id });
        builder.HasIndex(document => document.AuthorKey);
        builder.HasIndex(document => document.Source);
        builder.Property(document => document.ConcurrencyToken).IsConcurrencyToken();
    }
}
