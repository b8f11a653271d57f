using Microsoft.EntityFrameworkCore;

namespace RussiaChinaAnalysis.Corpus.Storage;

/// <summary>Contexts for whoever only looks: on a replica where there is one. What was just written may come a little later there.</summary>
public sealed class BrowseContexts(Func<CorpusContext> open) : IDbContextFactory<CorpusContext>
{
    public CorpusContext CreateDbContext() => open();
}
