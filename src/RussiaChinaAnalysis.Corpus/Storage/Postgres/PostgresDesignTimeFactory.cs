using Microsoft.EntityFrameworkCore.Design;

namespace RussiaChinaAnalysis.Corpus.Storage.Postgres;

/// <summary>Lets <c>dotnet ef migrations add</c> run without the web application, and without a server.</summary>
internal sealed class PostgresDesignTimeFactory : IDesignTimeDbContextFactory<PostgresCorpusContext>
{
    public PostgresCorpusContext CreateDbContext(string[] args) => new(PostgresCorpus.Options("Host=design"));
}
