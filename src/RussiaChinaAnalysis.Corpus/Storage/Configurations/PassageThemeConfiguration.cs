using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Storage.Configurations;

internal sealed class PassageThemeConfiguration : IEntityTypeConfiguration<PassageTheme>
{
    public void Configure(EntityTypeBuilder<PassageTheme> builder)
    {
        builder.HasKey(tag => new { tag.PassageId, tag.ThemeId });
        builder.HasIndex(tag => new { tag.ThemeId, tag.Status, tag.PassageId });
        builder.HasOne(tag => tag.Theme).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.Property(tag => tag.Cues).HasConversion(StoredJson.Cues, StoredJson.Comparer<Cue>());
    }
}
