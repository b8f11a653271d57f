using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Anchoring;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Annotate;

/// <summary>Takes the notes of a document along to its next version. Call it before the changes are saved.</summary>
public static class NoteTransfer
{
    /// <summary>
    /// Notes on words are anchored anew; those that are not found keep their old anchor and are listed as orphans.
    /// Notes on passages follow their passage; where it has no successor they become notes on its words.
    /// </summary>
    /// <param name="finder">From the old version's text to the new one's.</param>
    /// <param name="successors">For each passage of the old version the one of the new version that it has become; missing where there is none. A passage that stays the same row names itself.</param>
    public static async Task MoveAsync(
        CorpusContext context, int documentId, int newVersionId, AnchorFinder finder, IReadOnlyDictionary<int, int> successors, CancellationToken cancellation)
    {
        var notes = await context.Annotations.Where(note => note.DocumentId == documentId).ToListAsync(cancellation);
        var passages = notes.Where(note => note.PassageId is not null).Select(note => note.PassageId!.Value).ToHashSet();
        var anchors = await context.Passages.Where(passage => passages.Contains(passage.Id))
            .ToDictionaryAsync(passage => passage.Id, passage => new Anchor(passage.Span, passage.Quote, passage.Prefix, passage.Suffix), cancellation);
        foreach (var note in notes)
        {
            if (note.PassageId is { } id)
            {
                if (successors.TryGetValue(id, out var successor))
                    note.PassageId = successor;
                else
                    (note.PassageId, note.Spans) = (null, [anchors[id]]);
            }

            Anchor(note, finder);
            note.VersionId = newVersionId;
        }
    }

    /// <summary>A note on several pieces is as well anchored as the worst of them.</summary>
    private static void Anchor(Annotation note, AnchorFinder finder)
    {
        var matches = note.Spans.Select(anchor => (Anchor: anchor, Match: finder.Find(anchor))).ToList();
        note.Spans = [.. matches.Select(one => one.Match.Span is { } span ? finder.AnchorAt(span) : one.Anchor)];
        note.Anchoring = matches.Select(one => one.Match.Kind).DefaultIfEmpty(AnchorKind.Unchanged).Max();
    }
}
