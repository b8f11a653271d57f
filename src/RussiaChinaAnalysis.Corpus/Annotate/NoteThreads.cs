using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Annotate;

/// <summary>A note and what replies to it, however deep. A thread is private as a whole or not at all.</summary>
internal static class NoteThreads
{
    /// <summary>The note that the thread begins with; the note itself when it is no reply.</summary>
    public static async Task<Annotation> FirstAsync(CorpusContext context, Annotation note, CancellationToken cancellation)
    {
        while (note.ParentId is { } parent)
            note = await context.Annotations.SingleAsync(one => one.Id == parent, cancellation);
        return note;
    }

    /// <summary>Replies to the note and to its replies, those that were taken back too.</summary>
    public static async Task<List<Annotation>> RepliesAsync(CorpusContext context, int note, CancellationToken cancellation)
    {
        var replies = new List<Annotation>();
        for (int[] above = [note]; above.Length > 0;)
        {
            var below = await context.Annotations.Where(one => one.ParentId != null && above.Contains(one.ParentId.Value)).ToListAsync(cancellation);
            replies.AddRange(below);
            above = [.. below.Select(one => one.Id)];
        }

        return replies;
    }
}
