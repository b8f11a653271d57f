using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Storage.Configurations;

internal sealed class RelationConfiguration : IEntityTypeConfiguration<Relation>
{
    public void Configure(EntityTypeBuilder<Relation> builder)
    {
        builder.HasOne(relation => relation.FromPassage).WithMany().HasForeignKey(relation => relation.FromPassageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(relation => relation.ToPassage).WithMany().HasForeignKey(relation => relation.ToPassageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(relation => relation.ToRelation).WithMany().HasForeignKey(relation => relation.ToRelationId).OnDelete(DeleteBehavior.Cascade);
        // Covers the counting of supports and attacks.
        builder.HasIndex(relation => new { relation.ToPassageId, relation.Status, relation.Kind });
        builder.ToTable(table => table.HasCheckConstraint(
            "CK_Relations_OneTarget", "(\"ToPassageId\" IS NULL) <> (\"ToRelationId\" IS NULL)"));
        builder.Property(relation => relation.Cues).HasConversion(StoredJson.Cues, StoredJson.Comparer<Cue>());
        builder.Property(relation => relation.ConcurrencyToken).IsConcurrencyToken();
    }
}
