using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Reports;

/// <summary>The shared notes on passages, as threads. What is private never gets into a report.</summary>
internal static class ReportNotesReader
{
    private const int IdsAtOnce = 5_000;

    public static async Task<ILookup<int, ReportNote>> ReadAsync(
        CorpusContext context, ReportDefinition definition, IReadOnlyList<int> passages, CancellationToken cancellation)
    {
        var rows = new List<Row>();
        if (definition.Notes != ReportNotes.None)
        {
            foreach (var part in passages.Chunk(IdsAtOnce))
            {
                rows.AddRange(await context.Annotations
                    .Where(note => note.PassageId != null && part.Contains(note.PassageId.Value) && !note.IsPrivate)
                    .OrderBy(note => note.Id)
                    .Select(note => new Row(
                        note.Id, note.PassageId!.Value, note.ParentId, note.Author.DisplayName, note.CreatedAt, note.IsDeleted ? "" : note.Body,
                        note.Motivation.ToString(), note.ResolvedAt != null, note.IsDeleted))
                    .ToListAsync(cancellation));
            }
        }

        var replies = rows.ToLookup(row => row.ParentId);
        var threads = replies[null].Where(row => IsWanted(row, definition));
        return threads.Select(row => (row.PassageId, Note: Note(row, replies)))
            .Where(pair => pair.Note.Body.Length > 0 || pair.Note.Replies.Count > 0)
            .ToLookup(pair => pair.PassageId, pair => pair.Note);
    }

    private static bool IsWanted(Row row, ReportDefinition definition) => definition.Notes switch
    {
        ReportNotes.Resolved => row.IsResolved,
        ReportNotes.Chosen => definition.ChosenNotes.Contains(row.Id),
        _ => true,
    };

    private static ReportNote Note(Row row, ILookup<int?, Row> replies) => new(
        row.Id, row.Author, row.At, row.Body, row.Motivation.ToLowerInvariant(), row.IsResolved,
        [.. replies[row.Id].Where(reply => !reply.IsDeleted || replies[reply.Id].Any()).Select(reply => Note(reply, replies))]);

    private sealed record Row(
        int Id, int PassageId, int? ParentId, string Author, DateTime At, string Body, string Motivation, bool IsResolved, bool IsDeleted);
}
