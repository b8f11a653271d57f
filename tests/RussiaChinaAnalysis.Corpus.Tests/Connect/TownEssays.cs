using System.Text;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Browse.Connections;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Connect;

/// <summary>Short essays, two of which give another figure for the same thing.</summary>
internal static class TownEssays
{
    public const string Tram = "Rails last for a century. In 2020 the harbour tram carried 40 percent of the town’s commuters. It serves the hospital on the hill.";
    public const string Bus = "Diesel is cheap this year. In 2020 the harbour tram carried 25 percent of the town’s commuters. Buses can go everywhere.";
    public const string Soup = "Soup needs salt. Cooks should taste it. Children like noodles in it.";

    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static Task<ConnectionPage> ConnectionsAsync(this TestCorpus corpus, ConnectionFilter filter) =>
        corpus.Get<ConnectionBrowser>().ListAsync(new ConnectionQuery(filter), Cancellation);

    /// <summary>Stores an essay and compares it with those that are there.</summary>
    public static async Task<int> IngestAsync(this TestCorpus corpus, string name, string text)
    {
        var result = await corpus.Get<DocumentIngest>().IngestAsync(new SourceFile(name, Encoding.UTF8.GetBytes(text)), corrections: null, Cancellation);
        await corpus.CompareAsync();
        return Assert.IsType<IngestResult.Imported>(result).DocumentId;
    }
}
