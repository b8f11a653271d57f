using Microsoft.EntityFrameworkCore;

namespace RussiaChinaAnalysis.Corpus.Storage.Postgres;

/// <summary>Gives contexts to those who need not know the database.</summary>
internal sealed class PostgresCorpusFactory(IDbContextFactory<PostgresCorpusContext> contexts) : IDbContextFactory<CorpusContext>
{
    public CorpusContext CreateDbContext() => contexts.CreateDbContext();

    public async Task<CorpusContext> CreateDbContextAsync(CancellationToken cancellationToken = default) =>
        await contexts.CreateDbContextAsync(cancellationToken);
}
