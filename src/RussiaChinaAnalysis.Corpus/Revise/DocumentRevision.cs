using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Revise;

/// <summary>Gives a document its next version: what people decided is kept where the words are the same.</summary>
public sealed class DocumentRevision(IDbContextFactory<CorpusContext> contexts, TimeProvider clock)
{
    /// <summary>Makes the plan without storing anything.</summary>
    /// <returns>Null when there is no such document.</returns>
    internal async Task<(DocumentState State, RevisionPlan Plan)?> PreviewAsync(
        int document, ArgumentStructure structure, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        return await DocumentState.ReadAsync(context, document, cancellation) is { } state
            ? (state, RevisionPlanner.Plan(state, structure, new Decided(state)))
            : null;
    }

    /// <exception cref="DbUpdateException">Somebody changed the document in the meantime; nothing was stored.</exception>
    internal async Task<IngestResult> StoreAsync(
        IncomingText incoming, int document, Action<CorpusContext, DocumentVersion>? alongside, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var state = await DocumentState.ReadAsync(context, document, cancellation)
            ?? throw new InvalidOperationException($"Document {document} does not exist.");
        var decided = new Decided(state);
        var plan = RevisionPlanner.Plan(state, incoming.Structure, decided);
        // Taken down before the rows change.
        var changes = plan.Changes.ToList();
        var rows = await incoming.RowsAsync(context, cancellation);
        var now = clock.GetUtcNow().UtcDateTime;
        rows.Describe(state.Document, incoming.Corrections);
        state.Document.CurrentVersion++;
        state.Document.ImportedAt = now;
        var version = incoming.Version(rows, state.Document, now);
        context.Add(version);
        context.Add(new VersionChange { Version = version, Passages = [.. changes] });
        new RevisionWriter(context, state, incoming.Structure, rows, version, decided).Write(plan);
        alongside?.Invoke(context, version);
        await context.SaveChangesAsync(cancellation);
        return new IngestResult.Revised(document, version.Number, RevisionCounts.Of(changes));
    }
}
