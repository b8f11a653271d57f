using Microsoft.AspNetCore.Mvc;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Web.Edit;

namespace RussiaChinaAnalysis.Web.Pages.Edit;

/// <summary>The form that takes a change back.</summary>
public sealed class ChangesModel(Undo undo) : EditPage
{
    public async Task<IActionResult> OnPostUndoAsync(long change, CancellationToken cancellation) =>
        await AnswerAsync(await undo.RunAsync(Actor, change, cancellation));
}
