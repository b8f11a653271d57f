using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Documents;
using RussiaChinaAnalysis.Corpus.Browse.Themes;
using RussiaChinaAnalysis.Corpus.Connect;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Tests.Support;

/// <summary>A corpus of its own: a real database, real migrations, the registration that the site uses.</summary>
internal sealed class TestCorpus : IAsyncDisposable
{
    public const int MaximumFileBytes = 1 << 20;

    private readonly ServiceProvider services;
    private bool isGuest;

    private TestCorpus(TestStorage storage, string codebook, string? seeds = null)
    {
        Storage = storage;
        services = new ServiceCollection()
            .AddSingleton<TimeProvider>(Clock)
            // EF Core builds its model once for each logger factory; all tests share one.
            .AddSingleton<ILoggerFactory>(NullLoggerFactory.Instance)
            .AddCorpus(storage.Options(codebook, seeds, MaximumFileBytes))
            .BuildServiceProvider(validateScopes: true);
    }

    public FixedClock Clock { get; } = new(new DateTimeOffset(2025, 7, 1, 12, 0, 0, TimeSpan.Zero));

    public TestStorage Storage { get; }

    public PassageBrowser Passages => Get<PassageBrowser>();

    public DocumentBrowser Documents => Get<DocumentBrowser>();

    public ThemeBrowser Themes => Get<ThemeBrowser>();

    public OverviewBrowser Overview => Get<OverviewBrowser>();

    public static Task<TestCorpus> StartAsync() => StartAsync(PostgresServer.Chosen);

    public static async Task<TestCorpus> StartAsync(StorageProvider provider)
    {
        var corpus = new TestCorpus(await TestStorage.CreateAsync(provider), RepositoryFiles.Codebook);
        Assert.IsType<StartupResult.Ready>(
            await corpus.Get<CorpusStartup>().RunAsync(progress: null, TestContext.Current.CancellationToken));
        return corpus;
    }

    /// <summary>Another process, as it were, on the same database. It is disposed of before the first.</summary>
    public TestCorpus SecondNode() => On(Storage);

    /// <summary>What lies there already, which its owner disposes of.</summary>
    public static TestCorpus On(TestStorage storage, string? seeds = null) => new(storage, RepositoryFiles.Codebook, seeds) { isGuest = true };

    public static async Task<StartupResult> TryStartAsync(string codebook)
    {
        await using var corpus = new TestCorpus(await TestStorage.CreateAsync(), codebook);
        return await corpus.Get<CorpusStartup>().RunAsync(progress: null, TestContext.Current.CancellationToken);
    }

    public T Get<T>() where T : notnull => services.GetRequiredService<T>();

    public CorpusContext Open() => Get<IDbContextFactory<CorpusContext>>().CreateDbContext();

    /// <summary>Compares what waits for it, as a site does by itself.</summary>
    /// <returns>How many documents were compared.</returns>
    public Task<int> CompareAsync() => Get<ConnectionUpdater>().UpdatePendingAsync(progress: null, TestContext.Current.CancellationToken);

    public async ValueTask DisposeAsync()
    {
        await services.DisposeAsync();
        if (!isGuest)
            await Storage.DisposeAsync();
    }
}
