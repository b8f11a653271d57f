using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Review;

/// <summary>Decides about many passages at once; one change, and so one undo.</summary>
public sealed class BulkReview(IDbContextFactory<CorpusContext> contexts, Journal journal)
{
    public const int MostAtOnce = 2000;

    /// <summary>Accepts or rejects whatever the filter finds that nobody has decided about yet; what people decided stays.</summary>
    /// <param name="expected">How many the person was told; when it has become another number, nothing is done.</param>
    public async Task<EditResult> DecideAsync(Actor actor, PassageFilter filter, Status status, int expected, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var resolved = await ResolvedFilter.ReadAsync(context, filter, cancellation);
        if (resolved.Problems is [var problem, ..])
            return new EditResult.Refused(problem);
        var passages = await ReadAsync(Open(context, resolved), cancellation);
        if (passages.Count <= MostAtOnce && expected != passages.Count)
            return new EditResult.Refused($"The list has changed: {passages.Count} passages are open now, not {expected}. Look at it again.");
        return await DecideAsync(context, actor, passages, status, cancellation);
    }

    /// <summary>Accepts or rejects passages that were ticked one by one, also those that somebody has decided about, as long as the person saw that.</summary>
    /// <param name="shown">By the id of each passage the status that the person saw; when one has another now, nothing is done.</param>
    public async Task<EditResult> DecideAsync(Actor actor, IReadOnlyDictionary<int, Status> shown, Status status, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        // Read once: what is decided after this collides when it is saved.
        var passages = await ReadAsync(context.Passages.Where(passage => shown.Keys.Contains(passage.Id)), cancellation);
        var others = passages.Count(passage => passage.Status != shown[passage.Id]);
        if (others > 0)
            return new EditResult.Refused($"The list has changed: of the ticked passages {others} {(others == 1 ? "was" : "were")} decided differently meanwhile. Look at it again.");
        return await DecideAsync(context, actor, passages.FindAll(passage => passage.Status != status), status, cancellation);
    }

    private async Task<EditResult> DecideAsync(
        CorpusContext context, Actor actor, List<Passage> passages, Status status, CancellationToken cancellation)
    {
        if (passages.Count > MostAtOnce)
            return new EditResult.Refused($"That would decide about more than {MostAtOnce} passages at once; choose a narrower filter.");
        if (passages.Count == 0)
            return new EditResult.Refused("No passage there waits for a decision.");
        foreach (var passage in passages)
            passage.Status = status;
        var documents = passages.Select(passage => passage.DocumentId).Distinct().ToList();
        return await journal.SaveAsync(
            context,
            actor,
            new(Actions.DecidePassages, $"{Decisions.Past(status)} {passages.Count} passages at once", documents is [var one] ? one : null, () => passages[0].Id),
            cancellation);
    }

    /// <summary>One more than may be decided about tells that there are too many.</summary>
    private static Task<List<Passage>> ReadAsync(IQueryable<Passage> passages, CancellationToken cancellation) =>
        passages.OrderBy(passage => passage.Id).Take(MostAtOnce + 1).ToListAsync(cancellation);

    private static IQueryable<Passage> Open(CorpusContext context, ResolvedFilter filter) =>
        new PassageSelection(context, filter).Passages().Where(passage => passage.Status == Status.Suggested);
}
