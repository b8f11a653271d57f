using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Extraction.Quantities;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Storage.Configurations;

internal sealed class PassageConfiguration : IEntityTypeConfiguration<Passage>
{
    public void Configure(EntityTypeBuilder<Passage> builder)
    {
        // Holds every label, so that the columns behind lists and facets are read without touching the quotes.
        builder.HasIndex(passage => new
        {
            passage.DocumentId,
            passage.Ordinal,
            passage.Id,
            passage.Role,
            passage.IsThesis,
            passage.EvidenceKind,
            passage.ClaimKind,
            passage.Stance,
            passage.Attribution,
            passage.SupportCount,
            passage.Status,
            passage.Confidence,
        }, "IX_Passages_Labels");
        builder.HasIndex(passage => new { passage.Confidence, passage.Id });
        builder.HasIndex(passage => passage.VersionId);
        builder.Ignore(passage => passage.Span);
        builder.Property(passage => passage.SupportCount).HasDefaultValue(0);
        builder.Property(passage => passage.AttackCount).HasDefaultValue(0);
        builder.Property(passage => passage.Quantities).HasConversion(StoredFigures.Quantities, StoredJson.Comparer<Quantity>());
        builder.Property(passage => passage.Times).HasConversion(StoredFigures.Times, StoredJson.Comparer<TimeExpression>());
        builder.Property(passage => passage.Forecast).HasConversion(StoredFigures.Forecast);
        builder.Property(passage => passage.Cues).HasConversion(StoredJson.Cues, StoredJson.Comparer<Cue>());
        builder.Property(passage => passage.ConcurrencyToken).IsConcurrencyToken();
    }
}
