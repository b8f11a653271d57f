using System.Collections.Concurrent;
using System.Runtime.CompilerServices;
using System.Threading.Channels;

namespace RussiaChinaAnalysis.Corpus.History;

/// <summary>
/// Tells whoever looks at a document that somebody changed it: by this program, or by another one on the same database,
/// of which the <see cref="ChangeListener"/> hears.
/// </summary>
public sealed class ChangeFeed
{
    /// <summary>A reader that is this far behind is better told to load everything again, which any notice does.</summary>
    private const int MostWaiting = 64;

    /// <summary>How many changes are remembered, so that none is told twice.</summary>
    private const int Remembered = 1024;

    private readonly ConcurrentDictionary<Guid, Subscriber> subscribers = new();
    private readonly Lock gate = new();
    private readonly Queue<long> order = new();
    private readonly HashSet<long> told = [];

    /// <summary>Does nothing when the change was told already.</summary>
    public void Publish(ChangeNotice notice)
    {
        if (!Remember(notice.Change))
            return;
        foreach (var subscriber in subscribers.Values)
        {
            if (notice.DocumentId is null || notice.DocumentId == subscriber.DocumentId)
                subscriber.Notices.Writer.TryWrite(notice);
        }
    }

    /// <summary>Every change of the document, and of the corpus as a whole, from now on until cancelled.</summary>
    public async IAsyncEnumerable<ChangeNotice> FollowAsync(int documentId, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var notices = Channel.CreateBounded<ChangeNotice>(new BoundedChannelOptions(MostWaiting) { FullMode = BoundedChannelFullMode.DropOldest });
        var id = Guid.NewGuid();
        subscribers[id] = new(documentId, notices);
        try
        {
            await foreach (var notice in notices.Reader.ReadAllAsync(cancellation))
                yield return notice;
        }
        finally
        {
            subscribers.TryRemove(id, out _);
        }
    }

    private bool Remember(long change)
    {
        lock (gate)
        {
            if (!told.Add(change))
                return false;
            order.Enqueue(change);
            if (order.Count > Remembered)
                told.Remove(order.Dequeue());
            return true;
        }
    }

    private sealed record Subscriber(int DocumentId, Channel<ChangeNotice> Notices);
}

/// <param name="DocumentId">Null when the corpus as a whole was changed, such as its codebook.</param>
/// <param name="PrivateTo">Who alone may hear of it; null for everybody.</param>
public sealed record ChangeNotice(long Change, int? DocumentId, int PersonId, string PersonName, string Summary, int? PrivateTo);
