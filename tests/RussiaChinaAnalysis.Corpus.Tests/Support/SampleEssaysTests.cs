namespace RussiaChinaAnalysis.Corpus.Tests.Support;

/// <summary>Tests on a corpus of the sample essays, made anew for each.</summary>
public abstract class SampleEssaysTests : IAsyncLifetime
{
    private protected TestCorpus Corpus { get; private set; } = null!;

    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public async ValueTask InitializeAsync()
    {
        Corpus = await TestCorpus.StartAsync();
        await SampleEssays.StoreAsync(Corpus);
    }

    public async ValueTask DisposeAsync()
    {
        await Corpus.DisposeAsync();
        GC.SuppressFinalize(this);
    }
}
