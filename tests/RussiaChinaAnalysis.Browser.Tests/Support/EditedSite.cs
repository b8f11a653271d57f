[assembly: AssemblyFixture(typeof(RussiaChinaAnalysis.Browser.Tests.Support.EditedSite))]

namespace RussiaChinaAnalysis.Browser.Tests.Support;

/// <summary>One running program for all tests that change essays: each takes essays of its own, which nobody else touches.</summary>
public sealed class EditedSite : IAsyncLifetime
{
    private const int Essays = 64;

    private readonly TemporaryFolder folder = new();
    private RunningSite site = null!;
    private int taken;

    public async ValueTask InitializeAsync()
    {
        var seed = await File.ReadAllTextAsync(Path.Combine(Build.Root, "seeds", "why-the-wedge-fails.md"));
        foreach (var number in Enumerable.Range(1, Essays))
            folder.Write($"seeds/essay-{number:00}.md", seed.Replace("title: Why", $"title: Essay {number}, why", StringComparison.Ordinal) + $"\nThis is essay {number}.\n");
        site = await RunningSite.StartAsync(CancellationToken.None, "--data", folder.Child("data"), "--seeds", folder.Child("seeds"));
        SiteSessions.Register(site.Address, folder.Child("data"));
    }

    public Uri At(string path) => new(site.Address, path);

    /// <summary>The address of an essay on which nobody has worked.</summary>
    public Uri NewEssay()
    {
        var number = Interlocked.Increment(ref taken);
        Assert.True(number <= Essays, "More tests take essays than there are; raise their number.");
        return At($"/documents/{number}");
    }

    public async ValueTask DisposeAsync()
    {
        await site.DisposeAsync();
        folder.Dispose();
    }
}
