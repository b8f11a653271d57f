using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus;

namespace RussiaChinaAnalysis.Browser.Tests.Support;

/// <summary>The database of a running site, for what a test has to do there past the site.</summary>
internal static class SiteCorpus
{
    /// <param name="data">The folder that the site was started with.</param>
    public static ServiceProvider Open(string data) => new ServiceCollection()
        .AddCorpus(new CorpusOptions(Path.Combine(data, "corpus.db"), Path.Combine(Build.Root, "data", "codebook.yaml"), SeedFolder: null, 1 << 20))
        .BuildServiceProvider();
}
