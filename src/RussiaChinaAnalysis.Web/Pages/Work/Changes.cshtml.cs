using Microsoft.AspNetCore.Mvc;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Web.Work;

namespace RussiaChinaAnalysis.Web.Pages.Work;

/// <summary>The form that takes a change back.</summary>
public sealed class ChangesModel(Undo undo) : WorkPage
{
    public async Task<IActionResult> OnPostUndoAsync(long change, CancellationToken cancellation) =>
        await AnswerAsync(await undo.RunAsync(Actor, change, cancellation));
}
