[assembly: AssemblyFixture(typeof(RussiaChinaAnalysis.Browser.Tests.Support.SeededSite))]

namespace RussiaChinaAnalysis.Browser.Tests.Support;

/// <summary>The real program with the repository's seeds. All tests share it, so none may change what it holds.</summary>
public sealed class SeededSite : IAsyncLifetime
{
    private readonly TemporaryFolder folder = new();
    private RunningSite site = null!;

    public async ValueTask InitializeAsync()
    {
        site = await RunningSite.StartAsync(CancellationToken.None, "--data", folder.Path, "--seeds", Path.Combine(Build.Root, "seeds"));
        SiteSessions.Register(site.Address, folder.Path);
    }

    public Uri At(string path) => new(site.Address, path);

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Dispose();
    }
}
