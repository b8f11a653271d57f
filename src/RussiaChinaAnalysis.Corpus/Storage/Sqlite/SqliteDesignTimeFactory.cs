using Microsoft.EntityFrameworkCore.Design;

namespace RussiaChinaAnalysis.Corpus.Storage.Sqlite;

/// <summary>Lets <c>dotnet ef migrations add</c> run without the web application.</summary>
internal sealed class SqliteDesignTimeFactory : IDesignTimeDbContextFactory<SqliteCorpusContext>
{
    public SqliteCorpusContext CreateDbContext(string[] args) => new(SqliteCorpus.Options("design.db"));
}
