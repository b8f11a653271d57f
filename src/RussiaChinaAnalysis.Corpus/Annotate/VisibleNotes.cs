using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Annotate;

internal static class VisibleNotes
{
    /// <summary>Those that may be spoken of to the viewer: neither private to others nor taken back.</summary>
    public static IQueryable<Annotation> SeenBy(this IQueryable<Annotation> notes, int? viewer) =>
        notes.Where(note => !note.IsDeleted && (!note.IsPrivate || note.AuthorId == viewer));
}
