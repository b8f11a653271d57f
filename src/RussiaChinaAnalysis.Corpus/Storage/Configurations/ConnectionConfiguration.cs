using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Storage.Configurations;

internal sealed class ConnectionConfiguration : IEntityTypeConfiguration<Connection>
{
    public void Configure(EntityTypeBuilder<Connection> builder)
    {
        builder.HasOne(connection => connection.FirstPassage).WithMany().HasForeignKey(connection => connection.FirstPassageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasOne(connection => connection.SecondPassage).WithMany().HasForeignKey(connection => connection.SecondPassageId).OnDelete(DeleteBehavior.Cascade);
        builder.HasIndex(connection => new { connection.FirstPassageId, connection.SecondPassageId, connection.Kind }).IsUnique();
        builder.HasIndex(connection => connection.SecondPassageId);
        // Lists run along the score, of all kinds, of one kind, or of one document.
        builder.HasIndex(connection => new { connection.Score, connection.Id });
        builder.HasIndex(connection => new { connection.Kind, connection.Score, connection.Id });
        builder.HasIndex(connection => new { connection.FirstDocumentId, connection.Score, connection.Id });
        builder.HasIndex(connection => new { connection.SecondDocumentId, connection.Score, connection.Id });
        builder.Property(connection => connection.Signs).HasConversion(StoredSigns.Signs, StoredJson.Comparer<ConnectionSign>());
    }
}

internal sealed class PassageFigureConfiguration : IEntityTypeConfiguration<PassageFigure>
{
    public void Configure(EntityTypeBuilder<PassageFigure> builder)
    {
        builder.ToTable("PassageFigures");
        builder.HasKey(figure => new { figure.Key, figure.PassageId });
        builder.HasOne(figure => figure.Passage).WithMany().HasForeignKey(figure => figure.PassageId).OnDelete(DeleteBehavior.Cascade);
    }
}

internal sealed class TermFrequencyConfiguration : IEntityTypeConfiguration<TermFrequency>
{
    public void Configure(EntityTypeBuilder<TermFrequency> builder)
    {
        builder.ToTable("TermFrequencies");
        builder.HasKey(term => term.Key);
    }
}
