using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Storage.Configurations;

internal sealed class ThemeConfiguration : IEntityTypeConfiguration<Theme>
{
    public void Configure(EntityTypeBuilder<Theme> builder)
    {
        builder.HasIndex(theme => theme.Slug).IsUnique();
        builder.HasIndex(theme => theme.NameKey).IsUnique();
        builder.HasOne(theme => theme.Parent).WithMany().OnDelete(DeleteBehavior.Restrict);
        builder.Property(theme => theme.ConcurrencyToken).IsConcurrencyToken();
    }
}

internal sealed class CueTermConfiguration : IEntityTypeConfiguration<CueTerm>
{
    public void Configure(EntityTypeBuilder<CueTerm> builder)
    {
        builder.ToTable("CueTerms");
        builder.HasIndex(term => new { term.ThemeId, term.TextKey }).IsUnique();
    }
}
