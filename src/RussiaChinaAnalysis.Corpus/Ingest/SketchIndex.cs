using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Ingest;

/// <summary>The sketches of all current texts in memory, half a kilobyte each, kept up to date by reading only what is new.</summary>
internal sealed class SketchIndex
{
    private readonly Dictionary<int, TextSketch> byDocument = [];
    private int newest;

    public async Task RefreshAsync(CorpusContext context, CancellationToken cancellation)
    {
        var fresh = await context.DocumentVersions
            .Where(version => version.Id > newest)
            .Join(context.VersionSketches, version => version.Id, sketch => sketch.VersionId, (version, sketch) => new { version.Id, version.DocumentId, sketch.Values })
            .OrderBy(row => row.Id)
            .ToListAsync(cancellation);
        foreach (var row in fresh)
        {
            byDocument[row.DocumentId] = TextSketch.FromBytes(row.Values);
            newest = row.Id;
        }
    }

    /// <summary>The document whose current text is most like this one.</summary>
    public Likeness? Nearest(TextSketch sketch) => Best(byDocument.Keys, sketch);

    /// <summary>The most alike among these documents.</summary>
    public Likeness? Best(IEnumerable<int> documents, TextSketch sketch) => documents
        .Where(byDocument.ContainsKey)
        .Select(document => new Likeness(document, byDocument[document].Similarity(sketch)))
        .OrderByDescending(likeness => likeness.Similarity)
        .ThenBy(likeness => likeness.DocumentId)
        .FirstOrDefault();
}

/// <param name="Similarity">From 0 to 1.</param>
internal sealed record Likeness(int DocumentId, double Similarity);
