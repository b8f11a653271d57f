using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Mvc.Testing;
using Microsoft.AspNetCore.TestHost;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Corpus.Storage.Postgres;
using RussiaChinaAnalysis.Corpus.Storage.Sqlite;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Support;

/// <summary>
/// The whole site in this process on a database of its own, at a fixed time, with the repository's seeds unless
/// a test brings others.
/// </summary>
public sealed class TestSite : WebApplicationFactory<Program>
{
    private readonly TemporaryFolder folder = new();
    private readonly Dictionary<string, string> settings = [];
    private string? database;
    private string? copy;

    public static DateTimeOffset Now { get; } = new(2025, 6, 1, 12, 0, 0, TimeSpan.Zero);

    public string Data => folder.Child("data");

    /// <summary>What the program has to be told to use the database of this site.</summary>
    public IReadOnlyList<string> StorageArguments =>
        database is null ? [] : [$"--Storage:Provider={nameof(StorageProvider.Postgres)}", $"--Storage:ConnectionString={database}"];

    /// <summary>Call before the first client is made.</summary>
    public TestSite With(string key, string value)
    {
        settings[key] = value;
        return this;
    }

    /// <summary>A client whose requests are those of a person of this role.</summary>
    public async Task<HttpClient> ClientAsync(PersonRole role)
    {
        await SignIns.AddAsync(Services, role);
        var client = CreateClient();
        await client.SignInAsync(role, TestContext.Current.CancellationToken);
        return client;
    }

    public TestSite WithSeeds(string seeds) => With("Folders:Seeds", seeds);

    /// <summary>The corpus as it is now, for whoever is to read it later: a replica that has fallen behind.</summary>
    public async Task<BrowseContexts> CopyAsync()
    {
        if (database is not null)
        {
            copy = await PostgresServer.CopyReadOnlyAsync(database);
            return new BrowseContexts(() => new PostgresCorpusContext(PostgresCorpus.Options(copy)));
        }

        var path = Path.Combine(Data, "copy.db");
        var contexts = Services.GetRequiredService<IDbContextFactory<CorpusContext>>();
        await using var context = await contexts.CreateDbContextAsync(TestContext.Current.CancellationToken);
        await context.Database.ExecuteSqlAsync($"VACUUM INTO {path}", TestContext.Current.CancellationToken);
        return new BrowseContexts(() => new SqliteCorpusContext(SqliteCorpus.Options(path)));
    }

    protected override void ConfigureWebHost(IWebHostBuilder builder)
    {
        builder.UseSetting("Folders:Data", Data);
        builder.UseSetting("Folders:Seeds", Path.Combine(Build.Root, "seeds"));
        if (PostgresServer.Chosen == StorageProvider.Postgres)
        {
            database ??= Task.Run(PostgresServer.CreateAsync).GetAwaiter().GetResult();
            builder.UseSetting("Storage:Provider", nameof(StorageProvider.Postgres));
            builder.UseSetting("Storage:ConnectionString", database);
        }

        // All tests of a class come from one address.
        builder.UseSetting("Accounts:SignInsPerMinute", "1000");
        foreach (var (key, value) in settings)
            builder.UseSetting(key, value);
        builder.ConfigureTestServices(services => services.AddSingleton<TimeProvider>(new FixedClock(Now)));
    }

    protected override void Dispose(bool disposing)
    {
        base.Dispose(disposing);
        if (!disposing)
            return;
        foreach (var name in new[] { copy, database }.OfType<string>())
            Task.Run(() => PostgresServer.DropAsync(name)).GetAwaiter().GetResult();
        folder.Dispose();
    }

    private sealed class FixedClock(DateTimeOffset now) : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => now;
    }
}
