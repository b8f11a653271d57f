using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Metadata.Builders;
using RussiaChinaAnalysis.Corpus.Jobs;

namespace RussiaChinaAnalysis.Corpus.Storage.Configurations;

internal sealed class JobConfiguration : IEntityTypeConfiguration<Job>
{
    public void Configure(EntityTypeBuilder<Job> builder)
    {
        // Whoever looks for work reads nothing else.
        builder.HasIndex(job => new { job.State, job.Id });
        builder.HasIndex(job => new { job.Kind, job.Id });
    }
}
