using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Storage.Configurations;

internal sealed class ReportConfiguration : IEntityTypeConfiguration<Report>
{
    public void Configure(EntityTypeBuilder<Report> builder)
    {
        builder.ToTable("Reports");
        builder.HasIndex(report => new { report.TitleKey, report.Id });
        builder.Property(report => report.ConcurrencyToken).IsConcurrencyToken();
    }
}

internal sealed class ReportVersionConfiguration : IEntityTypeConfiguration<ReportVersion>
{
    public void Configure(EntityTypeBuilder<ReportVersion> builder)
    {
        builder.ToTable("ReportVersions");
        builder.HasIndex(version => new { version.ReportId, version.Number }).IsUnique();
        builder.HasOne(version => version.Text).WithOne().HasForeignKey<ReportText>(text => text.VersionId);
        builder.Property(version => version.Definition).HasConversion(StoredReports.Definition);
    }
}

internal sealed class ReportTextConfiguration : IEntityTypeConfiguration<ReportText>
{
    public void Configure(EntityTypeBuilder<ReportText> builder)
    {
        builder.ToTable("ReportTexts");
        builder.HasKey(text => text.VersionId);
        builder.Property(text => text.Content).HasConversion(StoredReports.Content);
    }
}
