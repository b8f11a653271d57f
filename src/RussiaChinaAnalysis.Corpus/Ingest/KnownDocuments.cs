using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Ingest;

/// <summary>What the corpus holds already of a text that comes in.</summary>
public sealed class KnownDocuments(IDbContextFactory<CorpusContext> contexts) : IDisposable
{
    /// <summary>From here on two texts are called nearly the same.</summary>
    public const double NearlySame = 0.5;

    /// <summary>
    /// A file of the same name that shares at least so much of its wording is a revision of the document; files of
    /// different essays are often called the same.
    /// </summary>
    private const double SameSource = 0.1;

    private readonly SketchIndex sketches = new();
    private readonly SemaphoreSlim refreshing = new(1, 1);

    /// <param name="name">The file's name without folders.</param>
    internal async Task<KnownText> FindAsync(string name, string text, CancellationToken cancellation)
    {
        var sketch = TextSketch.Of(text);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var sameName = await SameNameAsync(context, name, cancellation);
        return await AskAsync(
            context,
            known => new KnownText(known.Nearest(sketch) is { Similarity: >= NearlySame } nearest ? nearest : null, Earlier(known, sameName, sketch)),
            cancellation);
    }

    /// <summary>The document of which this is a revision. Costs next to nothing where no document came from a file of this name.</summary>
    /// <param name="name">The file's name without folders.</param>
    internal async Task<int?> FindEarlierVersionAsync(string name, string text, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await SameNameAsync(context, name, cancellation) is { Count: > 0 } sameName
            ? await AskAsync(context, known => Earlier(known, sameName, TextSketch.Of(text)), cancellation)
            : null;
    }

    public void Dispose() => refreshing.Dispose();

    private static Task<List<int>> SameNameAsync(CorpusContext context, string name, CancellationToken cancellation) =>
        context.Documents.Where(document => document.Source == name).Select(document => document.Id).ToListAsync(cancellation);

    private static int? Earlier(SketchIndex known, List<int> sameName, TextSketch sketch) =>
        known.Best(sameName, sketch) is { Similarity: >= SameSource } earlier ? earlier.DocumentId : null;

    private async Task<T> AskAsync<T>(CorpusContext context, Func<SketchIndex, T> question, CancellationToken cancellation)
    {
        await refreshing.WaitAsync(cancellation);
        try
        {
            await sketches.RefreshAsync(context, cancellation);
            return question(sketches);
        }
        finally
        {
            refreshing.Release();
        }
    }
}

/// <param name="Similar">The document with the most similar text, when it is nearly the same.</param>
/// <param name="EarlierVersion">The document of which this is a revision, by its name and its wording.</param>
internal sealed record KnownText(Likeness? Similar, int? EarlierVersion);
