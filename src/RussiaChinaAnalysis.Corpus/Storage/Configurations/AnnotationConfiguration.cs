using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Storage.Configurations;

internal sealed class AnnotationConfiguration : IEntityTypeConfiguration<Annotation>
{
    public void Configure(EntityTypeBuilder<Annotation> builder)
    {
        builder.HasIndex(annotation => new { annotation.DocumentId, annotation.Id });
        builder.HasIndex(annotation => annotation.PassageId);
        builder.HasIndex(annotation => annotation.RelationId);
        builder.HasOne(annotation => annotation.Document).WithMany().HasForeignKey(annotation => annotation.DocumentId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne<DocumentVersion>().WithMany().HasForeignKey(annotation => annotation.VersionId).OnDelete(DeleteBehavior.Restrict);
        // What a note hangs on is never removed under it; the services move the note first.
        builder.HasOne<Passage>().WithMany().HasForeignKey(annotation => annotation.PassageId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne<Relation>().WithMany().HasForeignKey(annotation => annotation.RelationId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(annotation => annotation.Parent).WithMany().HasForeignKey(annotation => annotation.ParentId).OnDelete(DeleteBehavior.Restrict);
        builder.HasOne(annotation => annotation.Author).WithMany().HasForeignKey(annotation => annotation.AuthorId).OnDelete(DeleteBehavior.Restrict);
        builder.Property(annotation => annotation.Body).HasMaxLength(Annotation.LongestBody);
        builder.Property(annotation => annotation.Spans).HasConversion(StoredJson.Anchors, StoredJson.Comparer<Anchor>());
        builder.Property(annotation => annotation.ConcurrencyToken).IsConcurrencyToken();
    }
}
