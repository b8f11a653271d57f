namespace RussiaChinaAnalysis.Browser.Tests.Support;

/// <summary>A running program with the repository's seeds for one test alone, which may change what it holds.</summary>
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

    public static async Task<OwnSite> StartAsync()
    {
        var folder = new TemporaryFolder();
        return new OwnSite(folder, await RunningSite.StartAsync(
            TestContext.Current.CancellationToken,
            "--data", folder.Child("data"), "--seeds", Path.Combine(Build.Root, "seeds")));
    }

    /// <summary>What the program printed at its start: the way in while there is no account.</summary>
    public Uri FirstLink => site.Address;

    public Uri At(string path) => new(site.Address, path);

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        Folder.Dispose();
    }
}
