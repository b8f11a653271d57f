using System.Collections.Immutable;
using System.Globalization;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Evaluation;
using RussiaChinaAnalysis.Arguments.Evaluation.Gold;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Evaluate;

/// <summary>What people accepted in the corpus, as labels to measure the extractor on.</summary>
public sealed class AcceptedLabels(IDbContextFactory<CorpusContext> contexts)
{
    /// <summary>
    /// The current version of every document in which a passage was accepted, ordered by id. Only what was accepted
    /// counts: a relation or theme that nobody has looked at is not taken for wrong.
    /// </summary>
    public async Task<ImmutableArray<GoldDocument>> ReadAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var versions = await context.DocumentVersions
            .AsNoTracking()
            .Where(version => version.Number == version.Document.CurrentVersion)
            .Where(version => context.Passages.Any(passage => passage.VersionId == version.Id && passage.Status == Status.Accepted))
            .OrderBy(version => version.DocumentId)
            .Include(version => version.Text)
            .Include(version => version.Document)
            .ToListAsync(cancellation);

        var documents = ImmutableArray.CreateBuilder<GoldDocument>(versions.Count);
        foreach (var version in versions)
            documents.Add(Document(version, await SegmentsAsync(context, version.Id, cancellation)));
        return documents.MoveToImmutable();
    }

    private static async Task<ImmutableArray<LabelledSegment>> SegmentsAsync(CorpusContext context, int versionId, CancellationToken cancellation)
    {
        var passages = await context.Passages
            .AsNoTracking()
            .Where(passage => passage.VersionId == versionId && passage.Status == Status.Accepted)
            .OrderBy(passage => passage.Start)
            .Include(passage => passage.Themes)
            .ThenInclude(tag => tag.Theme)
            .ToListAsync(cancellation);
        var relations = await context.Relations
            .AsNoTracking()
            .Where(relation => relation.Status == Status.Accepted && relation.FromPassage.VersionId == versionId)
            .OrderBy(relation => relation.Id)
            // An attack on a relation is held against the segment where that relation starts.
            .Select(relation => new { relation.FromPassageId, Target = relation.ToPassageId ?? relation.ToRelation!.FromPassageId, relation.Kind })
            .ToListAsync(cancellation);

        var accepted = passages.Select(passage => passage.Id).ToHashSet();
        var bySource = relations
            .Where(relation => accepted.Contains(relation.Target))
            .ToLookup(relation => relation.FromPassageId, relation => new LabelledRelation(relation.Target, relation.Kind));
        return [.. passages.Select(passage => Segment(passage, [.. bySource[passage.Id]]))];
    }

    private static LabelledSegment Segment(Passage passage, ImmutableArray<LabelledRelation> relations) => new(
        passage.Id,
        passage.Span,
        passage.Role,
        passage.IsThesis,
        passage.EvidenceKind,
        passage.Attribution,
        passage.AttributedTo,
        passage.Role == Role.Context ? null : passage.Stance,
        Confidence: null,
        relations.IsEmpty ? null : relations,
        passage.Themes.TrueForAll(tag => tag.Status == Status.Suggested)
            ? null
            : [.. passage.Themes.Where(tag => tag.Status == Status.Accepted).Select(tag => tag.Theme.Slug).Order(StringComparer.Ordinal)]);

    private static GoldDocument Document(DocumentVersion version, ImmutableArray<LabelledSegment> segments)
    {
        var document = version.Document;
        return new(
            document.Id.ToString(CultureInfo.InvariantCulture),
            Genre: null,
            new SourceDocument(version.Text.Text, version.Text.Blocks, new DocumentMetadata(document.Title, document.Author, document.Published, document.Language)),
            new Labelling(Sentences: null, segments, IsPartial: true));
    }
}
