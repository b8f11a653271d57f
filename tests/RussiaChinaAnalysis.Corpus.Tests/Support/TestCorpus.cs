using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Tests.Support;

/// <summary>A corpus of its own in a temporary folder: a real file, real migrations, the registration that the site uses.</summary>
internal sealed class TestCorpus : IAsyncDisposable
{
    public const int MaximumFileBytes = 1 << 20;

    private readonly TemporaryFolder folder = new();
    private readonly ServiceProvider services;

    private TestCorpus(string codebook)
    {
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            // EF Core builds its model once for each logger factory; all tests share one.
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddCorpus(new CorpusOptions(DatabasePath, codebook, SeedFolder: null, MaximumFileBytes))
            .BuildServiceProvider(validateScopes: true);
    }

    public FixedClock Clock { get; } = new(new DateTimeOffset(2025, 7, 1, 12, 0, 0, TimeSpan.Zero));

    public string DatabasePath => Path.Combine(folder.Path, "data", "corpus.db");

    public PassageBrowser Passages => Get<PassageBrowser>();

    public DocumentBrowser Documents => Get<DocumentBrowser>();

    public ThemeBrowser Themes => Get<ThemeBrowser>();

    public OverviewBrowser Overview => Get<OverviewBrowser>();

    public static async Task<TestCorpus> StartAsync()
    {
        var corpus = new TestCorpus(RepositoryFiles.Codebook);
        Assert.IsType<StartupResult.Ready>(
            await corpus.Get<CorpusStartup>().RunAsync(progress: null, TestContext.Current.CancellationToken));
        return corpus;
    }

    public static async Task<StartupResult> TryStartAsync(string codebook)
    {
        await using var corpus = new TestCorpus(codebook);
        return await corpus.Get<CorpusStartup>().RunAsync(progress: null, TestContext.Current.CancellationToken);
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public CorpusContext Open() => Get<IDbContextFactory<CorpusContext>>().CreateDbContext();

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        // Pooled connections would hold the file.
        SqliteConnection.ClearAllPools();
        folder.Dispose();
    }
}
