using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Browse;
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
        return await DecideAsync(context, actor, Open(context, resolved), status, expected, cancellation);
    }

    /// <summary>Accepts or rejects passages that were ticked one by one, also those that somebody has decided about, as long as the person saw that.</summary>
    /// <param name="shown">By the id of each passage the status that the person saw; when one has another now, nothing is done.</param>
    public async Task<EditResult> DecideAsync(Actor actor, IReadOnlyDictionary<int, Status> shown, Status status, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var passages = context.Passages.Where(passage => shown.Keys.Contains(passage.Id));
        var now = await passages.Select(passage => new { passage.Id, passage.Status }).ToListAsync(cancellation);
        var others = now.Count(passage => passage.Status != shown[passage.Id]);
        if (others > 0)
            return new EditResult.Refused($"The list has changed: of the ticked passages {others} {(others == 1 ? "was" : "were")} decided differently meanwhile. Look at it again.");
        return await DecideAsync(context, actor, passages.Where(passage => passage.Status != status), status, expected: null, cancellation);
    }

    private async Task<EditResult> DecideAsync(
        CorpusContext context, Actor actor, IQueryable<Passage> open, Status status, int? expected, CancellationToken cancellation)
    {
        var passages = await open.OrderBy(passage => passage.Id).Take(MostAtOnce + 1).ToListAsync(cancellation);
        if (passages.Count > MostAtOnce)
            return new EditResult.Refused($"That would decide about more than {MostAtOnce} passages at once; choose a narrower filter.");
        if (expected is { } told && told != passages.Count)
            return new EditResult.Refused($"The list has changed: {passages.Count} passages are open now, not {told}. Look at it again.");
        if (passages.Count == 0)
            return new EditResult.Refused("No passage there waits for a decision.");
        foreach (var passage in passages)
            passage.Status = status;
        var documents = passages.Select(passage => passage.DocumentId).Distinct().ToList();
        return await journal.SaveAsync(
            context,
            actor,
            new("decide passages", $"{Decisions.Past(status)} {passages.Count} passages at once", documents is [var one] ? one : null, () => passages[0].Id),
            cancellation);
    }

    private static IQueryable<Passage> Open(CorpusContext context, ResolvedFilter filter) =>
        new PassageSelection(context, filter).Passages().Where(passage => passage.Status == Status.Suggested);
}
