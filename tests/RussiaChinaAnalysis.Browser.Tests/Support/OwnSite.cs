using Microsoft.Extensions.DependencyInjection;

namespace RussiaChinaAnalysis.Browser.Tests.Support;

/// <summary>A running program for one test alone, which may change what it holds; with the repository's seeds or an essay of the test.</summary>
public sealed class OwnSite : IAsyncDisposable
{
    private readonly RunningSite site;

    private OwnSite(TemporaryFolder folder, RunningSite site)
    {
        Folder = folder;
        this.site = site;
        SiteSessions.Register(site.Address, folder.Child("data"));
    }

    /// <summary>Gone after the test; for files to upload too.</summary>
    public TemporaryFolder Folder { get; }

    public static Task<OwnSite> StartAsync() => StartAsync(new TemporaryFolder(), Path.Combine(Build.Root, "seeds"));

    /// <summary>With one essay in place of the repository's seeds.</summary>
    public static Task<OwnSite> StartWithAsync(string essay)
    {
        var folder = new TemporaryFolder();
        folder.Write("seeds/essay.md", essay);
        return StartAsync(folder, folder.Child("seeds"));
    }

    private static async Task<OwnSite> StartAsync(TemporaryFolder folder, string seeds) =>
        new(folder, await RunningSite.StartAsync(TestContext.Current.CancellationToken, "--data", folder.Child("data"), "--seeds", seeds));

    /// <summary>What the program printed at its start: the way in while there is no account.</summary>
    public Uri FirstLink => site.Address;

    public Uri At(string path) => new(site.Address, path);

    public ServiceProvider OpenCorpus() => SiteCorpus.Open(Folder.Child("data"));

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        Folder.Dispose();
    }
}
