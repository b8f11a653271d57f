using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Ingest;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Revise;

/// <summary>Gives a document its next version: what people decided is kept where the words are the same.</summary>
public sealed class DocumentRevision(IDbContextFactory<CorpusContext> contexts, Journal journal, TimeProvider clock)
{
    /// <summary>Makes the plan without storing anything.</summary>
    /// <returns>Null when there is no such document.</returns>
    internal async Task<(DocumentState State, RevisionPlan Plan)?> PreviewAsync(
        int document, ArgumentStructure structure, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        return await DocumentState.ReadAsync(context, document, cancellation) is { } state
            ? (state, RevisionPlanner.Plan(state, structure, await Decided.ReadAsync(context, state, cancellation), FinderFor(state, structure)))
            : null;
    }

    /// <param name="seen">The number of the version that it is to follow; null for whatever is current.</param>
    /// <exception cref="DbUpdateException">Somebody changed the document in the meantime; nothing was stored.</exception>
    internal async Task<IngestResult> StoreAsync(
        IncomingText incoming, int document, int? seen, Action<CorpusContext, DocumentVersion>? alongside, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await context.LockPassagesAsync(document, cancellation);
        var state = await DocumentState.ReadAsync(context, document, cancellation)
            ?? throw new InvalidOperationException($"Document {document} does not exist.");
        if (seen is not null && seen != state.Document.CurrentVersion)
            return new IngestResult.Outdated(document);
        var decided = await Decided.ReadAsync(context, state, cancellation);
        var finder = FinderFor(state, incoming.Structure);
        var plan = RevisionPlanner.Plan(state, incoming.Structure, decided, finder);
        // Taken down before the rows change.
        var changes = plan.Changes.ToList();
        var rows = await incoming.RowsAsync(context, cancellation);
        var version = AddVersion(context, incoming, rows, state.Document);
        context.Add(new VersionChange { Version = version, Passages = [.. changes] });
        // Notes are told the number of the version, and move while the passages still stand where they stood.
        await context.SaveChangesAsync(cancellation);
        var successors = plan.Passages.Where(planned => planned is { Old: not null, Span: not null }).ToDictionary(planned => planned.Old!.Id, planned => planned.Old!.Id);
        await NoteTransfer.MoveAsync(context, document, version.Id, finder, successors, cancellation);
        await new RevisionWriter(context, state, incoming.Structure, rows, version, decided).WriteAsync(plan, cancellation);
        alongside?.Invoke(context, version);
        var counts = RevisionCounts.Of(changes);
        var pending = PendingRows.Of(context, withPrivate: false);
        await context.SaveChangesAsync(cancellation);
        var change = await journal.RecordAsync(context, pending, Actor.Program, Draft(incoming, version, counts), cancellation);
        await transaction.CommitAsync(cancellation);
        journal.Announce(change);
        return new IngestResult.Revised(document, version.Number, counts);
    }

    private static ChangeDraft Draft(IncomingText incoming, DocumentVersion version, RevisionCounts counts)
    {
        var by = incoming.ImportedBy is { } name ? $", imported by {name}" : "";
        var summary = FormattableString.Invariant($"Took in version {version.Number}{by}: {counts.Unchanged} unchanged, {counts.Moved} moved, {counts.Altered} altered, {counts.Gone} gone, {counts.New} new; decisions: {counts.Kept} kept, {counts.Reopened} reopened, {counts.Unplaced} not placed");
        return new(Actions.NewVersion, summary, version.DocumentId, () => version.Id);
    }

    private DocumentVersion AddVersion(CorpusContext context, IncomingText incoming, DocumentRows rows, Document document)
    {
        var now = clock.GetUtcNow().UtcDateTime;
        rows.Describe(document, incoming.Corrections);
        document.CurrentVersion++;
        document.ImportedAt = now;
        var version = incoming.Version(rows, document, now);
        context.Add(version);
        return version;
    }

    private static AnchorFinder FinderFor(DocumentState state, ArgumentStructure structure) =>
        AnchorFinder.Between(state.Text, structure.Document.Text);
}
