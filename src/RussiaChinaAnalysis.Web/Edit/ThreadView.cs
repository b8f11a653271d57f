using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;

namespace RussiaChinaAnalysis.Web.Edit;

/// <summary>A thread and what its viewer may do with it.</summary>
/// <param name="Back">Where its forms lead back to.</param>
public sealed record ThreadView(NoteThread Thread, bool MayEdit, Actor? Viewer, string Back)
{
    public bool IsOwn(NoteRow note) => MayEdit && Viewer?.PersonId == note.AuthorId && !note.IsDeleted;

    /// <summary>Its author, and an administrator.</summary>
    public bool MayTakeBack(NoteRow note) => IsOwn(note) || (MayEdit && Viewer?.Role >= PersonRole.Administrator && !note.IsDeleted);

    public string BackTo(NoteRow note) => FormattableString.Invariant($"{Back.Split('#')[0]}#note-{note.Id}");

    public static string Name(Motivation motivation) => motivation switch
    {
        Motivation.Commenting => "Comment",
        Motivation.Questioning => "Question",
        Motivation.Assessing => "Assessment",
        Motivation.Highlighting => "Highlight",
        Motivation.Replying => "Reply",
        _ => motivation.ToString(),
    };
}
