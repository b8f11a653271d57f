using Microsoft.AspNetCore.Mvc;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Revise;
using RussiaChinaAnalysis.Web.Edit;

namespace RussiaChinaAnalysis.Web.Pages.Edit;

/// <summary>The forms for passages whose words a later version does not hold.</summary>
public sealed class UnplacedModel(UnplacedEditor unplaced) : EditPage
{
    public async Task<IActionResult> OnPostPlaceAsync(int document, int? version, int id, int start, int end, CancellationToken cancellation) =>
        start < end
            ? await AnswerAsync(await unplaced.PlaceAsync(Actor, document, id, version, new TextSpan(start, end), cancellation))
            : await RefuseAsync("The last word stands before the first; choose them the other way round.");

    public async Task<IActionResult> OnPostPutAwayAsync(int document, int id, CancellationToken cancellation) =>
        await AnswerAsync(await unplaced.PutAwayAsync(Actor, document, id, cancellation));
}
