using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Web.Data;
using RussiaChinaAnalysis.Web.Edit;

namespace RussiaChinaAnalysis.Web.Pages.Edit;

/// <summary>The forms that make, change and judge passages.</summary>
public sealed class PassagesModel(PassageEditor passages, ThemeTagEditor themes, BulkReview bulk, PassageBrowser browser) : EditPage
{
    public async Task<IActionResult> OnPostCreateAsync(int document, int? version, int start, int end, LabelForm labels, CancellationToken cancellation) =>
        await AnswerAsync(await passages.CreateAsync(Actor, document, version, new TextSpan(start, end), labels.Labels, cancellation));

    public async Task<IActionResult> OnPostLabelAsync(int id, Guid token, LabelForm labels, CancellationToken cancellation) =>
        await AnswerAsync(
            await passages.LabelAsync(Actor, id, token, labels.Labels, cancellation),
            async () => await RowAsync(id, cancellation) is { } row ? labels.Against(row) : []);

    public async Task<IActionResult> OnPostResizeAsync(int id, Guid token, int start, int end, CancellationToken cancellation) =>
        await AnswerAsync(
            await passages.ResizeAsync(Actor, id, token, new TextSpan(start, end), cancellation),
            async () => await RowAsync(id, cancellation) is { } row
                ? [new("Words", row.Quote, string.Create(CultureInfo.InvariantCulture, $"Characters {start}–{end} of the text"))]
                : []);

    public async Task<IActionResult> OnPostSplitAsync(int id, Guid token, int at, CancellationToken cancellation) =>
        await AnswerAsync(
            await passages.SplitAsync(Actor, id, token, at, cancellation),
            async () => await RowAsync(id, cancellation) is { } row
                ? [new("Words", row.Quote, string.Create(CultureInfo.InvariantCulture, $"Split at character {at} of the text"))]
                : []);

    public async Task<IActionResult> OnPostMergeAsync(int id, Guid token, [BindRequired] MergedPassage other, CancellationToken cancellation) =>
        await AnswerAsync(
            await passages.MergeAsync(Actor, id, token, other.Id, other.Token, cancellation),
            async () => await RowAsync(id, cancellation) is { } row ? [new("Words", row.Quote, "Merged with the other passage")] : []);

    public async Task<IActionResult> OnPostDecideAsync(int id, Guid token, [BindRequired] Status status, CancellationToken cancellation) =>
        await AnswerAsync(
            await passages.DecideAsync(Actor, id, token, status, cancellation),
            async () => await RowAsync(id, cancellation) is { } row
                ? [new("Words", row.Quote, row.Quote), new("Role", row.Role.ToString(), row.Role.ToString()), new("Decision", row.Status.ToString(), status.ToString())]
                : []);

    public async Task<IActionResult> OnPostRemoveAsync(int id, Guid token, CancellationToken cancellation) =>
        await AnswerAsync(
            await passages.RemoveAsync(Actor, id, token, cancellation),
            async () => await RowAsync(id, cancellation) is { } row ? [new("Words", row.Quote, "Removed")] : []);

    public async Task<IActionResult> OnPostThemeAsync(int id, Guid token, string theme, bool remove, CancellationToken cancellation) =>
        await AnswerAsync(
            remove ? await themes.RemoveAsync(Actor, id, token, theme ?? "", cancellation) : await themes.AddAsync(Actor, id, token, theme ?? "", cancellation),
            async () => await RowAsync(id, cancellation) is { } row
                ? [new("Themes", string.Join(", ", row.Themes.Select(one => one.Name)), $"{(remove ? "without" : "with")} “{theme}”")]
                : []);

    /// <summary>Ticked ones, or all that the filter finds and nobody has decided about.</summary>
    /// <param name="filter">The filter as it stands in an address.</param>
    public async Task<IActionResult> OnPostManyAsync(
        TickedPassage[] ticked, string? filter, int expected, bool all, [BindRequired] Status status, CancellationToken cancellation)
    {
        if (!all)
            return await AnswerAsync(await bulk.DecideAsync(Actor, ticked.DistinctBy(passage => passage.Id).ToDictionary(passage => passage.Id, passage => passage.Shown), status, cancellation));
        var query = FilterAddress.Read(filter);
        return query.Problems is [var problem, ..]
            ? await RefuseAsync(problem)
            : await AnswerAsync(await bulk.DecideAsync(Actor, query.Filter, status, expected, cancellation));
    }

    private async Task<PassageRow?> RowAsync(int id, CancellationToken cancellation) => (await browser.FindAsync(id, cancellation))?.Row;
}
