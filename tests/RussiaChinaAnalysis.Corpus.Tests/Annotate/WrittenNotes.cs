using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Tests.Support;

namespace RussiaChinaAnalysis.Corpus.Tests.Annotate;

/// <summary>Ada's notes, as most tests need them.</summary>
internal static class WrittenNotes
{
    private static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    public static async Task<NoteRow> WriteAsync(this EditedCorpus edited, string body)
    {
        var done = EditedCorpus.Done(await edited.Notes.WriteAsync(
            edited.Ada, new NoteTarget.OfDocument(edited.Document, [await edited.SpanAsync("Nurses finish")]), new(Motivation.Commenting, body), Cancellation));
        return (await edited.NoteList.FindAsync(done.Id, edited.Ada.PersonId, Cancellation))!;
    }

    public static Task<IReadOnlyList<NoteThread>> ListAsync(this EditedCorpus edited, NoteFilter filter) =>
        edited.NoteList.ListAsync(filter, edited.Ada.PersonId, null, 10, Cancellation);
}
