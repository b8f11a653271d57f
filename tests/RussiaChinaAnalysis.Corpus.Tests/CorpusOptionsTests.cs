using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests;

public sealed class CorpusOptionsTests
{
    [Fact]
    public void All_problems_are_said_at_once()
    {
        using var folder = new TemporaryFolder();
        var file = folder.Write("seeds", "No folder.");
        var options = new CorpusOptions(folder.Path, " ", file, MaximumFileBytes: 0);

        var thrown = Assert.Throws<ArgumentException>(() => new ServiceCollection().AddCorpus(options));

        foreach (var name in new[] { "DatabasePath", "CodebookPath", "SeedFolder", "MaximumFileBytes" })
            Assert.Contains($"{name} is", thrown.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Sensible_options_have_no_problems() =>
        Assert.Empty(new CorpusOptions("data/corpus.db", "data/codebook.yaml", SeedFolder: null, MaximumFileBytes: 1024).Problems());
}
