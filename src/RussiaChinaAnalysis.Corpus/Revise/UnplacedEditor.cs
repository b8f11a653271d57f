using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Revise;

/// <summary>What people do with passages that no place was found for.</summary>
public sealed class UnplacedEditor(IDbContextFactory<CorpusContext> contexts, Journal journal)
{
    private static readonly EditResult Gone = new EditResult.Missing("This passage waits for no place any more; somebody has placed it or put it away.");

    /// <summary>
    /// Gives the passage these words of the current version. It comes back under its old number, with what was decided
    /// of it, its themes, its links to passages that are there, and the notes that lost their words with it.
    /// </summary>
    /// <param name="seen">The number of the version that the span counts in; null when it was not said, and then it is the current one.</param>
    public async Task<EditResult> PlaceAsync(Actor actor, int document, int id, int? seen, TextSpan span, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        await context.LockDocumentAsync(document, cancellation);
        if (await FindAsync(context, document, id, cancellation) is not { } unplaced || !await ClaimAsync(context, id, cancellation))
            return Gone;
        var text = (await VersionText.CurrentAsync(context, document, cancellation))!;
        if (!text.Is(seen))
            return VersionText.Outdated;
        if (text.Trim(span) is not { } words)
            return new EditResult.Refused("Select some words of the text first.");
        var there = await context.Passages
            .Where(passage => passage.VersionId == text.VersionId && passage.Start == words.Start && passage.End == words.End)
            .OrderBy(passage => passage.Id).ToListAsync(cancellation);
        if (there.Exists(passage => passage.Origin == Origin.Person || passage.Status != Status.Suggested || passage.FormerStatus is not null))
            return new EditResult.Refused("People have decided about exactly these words already; choose other words, or say that the passage is gone.");

        var passage = await PlacedPassage.RestoreAsync(context, unplaced, text, words, there, cancellation);
        unplaced.SettledAt = journal.Now;
        var pending = PendingRows.Of(context);
        try
        {
            await context.SaveChangesAsync(cancellation);
        }
        catch (DbUpdateConcurrencyException)
        {
            return new EditResult.Refused("Somebody changed the passages of this paragraph at the same moment; look at them and try again.");
        }

        var draft = new ChangeDraft(Actions.PlacePassage, $"Placed {Quoted.Short(unplaced.Quote)} at {Quoted.Short(passage.Quote)}", document, () => passage.Id);
        var change = await journal.RecordAsync(context, pending, actor, draft, cancellation);
        await PassageOrder.RenewAsync(context, text.VersionId, cancellation);
        await transaction.CommitAsync(cancellation);
        journal.Announce(change);
        return new EditResult.Done(change.Id, passage.Id, change.Summary);
    }

    /// <summary>Nothing took the place of the words. The passage is no longer listed, and is not removed.</summary>
    public async Task<EditResult> PutAwayAsync(Actor actor, int document, int id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, document, id, cancellation) is not { } unplaced)
            return Gone;
        unplaced.SettledAt = journal.Now;
        return await journal.SaveAsync(
            context, actor, new(Actions.PutPassageAway, $"Put away {Quoted.Short(unplaced.Quote)}, whose words are gone", document, () => unplaced.PassageId), cancellation);
    }

    private static Task<UnplacedPassage?> FindAsync(CorpusContext context, int document, int id, CancellationToken cancellation) =>
        context.UnplacedPassages.SingleOrDefaultAsync(
            passage => passage.Id == id && passage.DocumentId == document && passage.SettledAt == null, cancellation);

    /// <summary>Whoever else wants to place it waits until this is committed, and then finds it placed.</summary>
    private async Task<bool> ClaimAsync(CorpusContext context, int id, CancellationToken cancellation)
    {
        var now = journal.Now;
        return await context.UnplacedPassages.Where(passage => passage.Id == id && passage.SettledAt == null)
            .ExecuteUpdateAsync(passage => passage.SetProperty(row => row.SettledAt, now), cancellation) == 1;
    }
}
