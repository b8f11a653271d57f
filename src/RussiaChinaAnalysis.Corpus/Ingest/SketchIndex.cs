using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Ingest;

/// <summary>The sketches of all current texts in memory, half a kilobyte each, kept up to date by reading only what is new.</summary>
internal sealed class SketchIndex
{
    /// <summary>
    /// PostgreSQL gives ids out before a version becomes visible, so that one with a lower id may come later. Among so many
    /// ids below the newest it is looked for.
    /// </summary>
    private const int OutOfOrder = 100;

    private readonly Dictionary<int, (int Version, TextSketch Sketch)> byDocument = [];

    /// <summary>The versions that were read, as far as they are not too old to be looked for.</summary>
    private readonly SortedSet<int> recent = [];

    public async Task RefreshAsync(CorpusContext context, CancellationToken cancellation)
    {
        var oldest = recent.Max - OutOfOrder;
        var known = recent.ToArray();
        var fresh = await context.DocumentVersions
            .Where(version => version.Id > oldest && !known.Contains(version.Id))
            .Join(context.VersionSketches, version => version.Id, sketch => sketch.VersionId, (version, sketch) => new { version.Id, version.DocumentId, sketch.Values })
            .OrderBy(row => row.Id)
            .ToListAsync(cancellation);
        foreach (var row in fresh)
        {
            if (!byDocument.TryGetValue(row.DocumentId, out var current) || current.Version < row.Id)
                byDocument[row.DocumentId] = (row.Id, TextSketch.FromBytes(row.Values));
            recent.Add(row.Id);
        }

        var newest = recent.Max;
        recent.RemoveWhere(version => version <= newest - OutOfOrder);
    }

    /// <summary>The document whose current text is most like this one.</summary>
    public Likeness? Nearest(TextSketch sketch) => Best(byDocument.Keys, sketch);

    /// <summary>The most alike among these documents.</summary>
    public Likeness? Best(IEnumerable<int> documents, TextSketch sketch) => documents
        .Where(byDocument.ContainsKey)
        .Select(document => new Likeness(document, byDocument[document].Sketch.Similarity(sketch)))
        .OrderByDescending(likeness => likeness.Similarity)
        .ThenBy(likeness => likeness.DocumentId)
        .FirstOrDefault();
}

/// <param name="Similarity">From 0 to 1.</param>
internal sealed record Likeness(int DocumentId, double Similarity);
