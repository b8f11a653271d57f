using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ModelBinding;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Web.Edit;

namespace RussiaChinaAnalysis.Web.Pages.Edit;

/// <summary>The forms that make, change and judge links between passages.</summary>
public sealed class LinksModel(RelationEditor relations, RelationBrowser links) : EditPage
{
    /// <param name="to">The passage at the end.</param>
    /// <param name="toLink">The link that it bears on instead, if it does.</param>
    public async Task<IActionResult> OnPostCreateAsync(int from, int? to, int? toLink, [BindRequired] RelationKind kind, CancellationToken cancellation) =>
        (to, toLink) switch
        {
            (_, { } link) => await AnswerAsync(await relations.LinkToRelationAsync(Actor, from, link, kind, cancellation)),
            ({ } passage, _) => await AnswerAsync(await relations.LinkAsync(Actor, from, passage, kind, cancellation)),
            _ => await RefuseAsync("Choose the passage, or the link, that this one bears on."),
        };

    public async Task<IActionResult> OnPostKindAsync(int id, Guid token, [BindRequired] RelationKind kind, CancellationToken cancellation) =>
        await AnswerAsync(
            await relations.ChangeKindAsync(Actor, id, token, kind, cancellation),
            async () => await links.FindAsync(id, cancellation) is { } link ? [new("Kind", link.Kind.ToString(), kind.ToString())] : []);

    public async Task<IActionResult> OnPostDecideAsync(int id, Guid token, [BindRequired] Status status, CancellationToken cancellation) =>
        await AnswerAsync(
            await relations.DecideAsync(Actor, id, token, status, cancellation),
            async () => await links.FindAsync(id, cancellation) is { } link ? [new("Decision", link.Status.ToString(), status.ToString())] : []);

    public async Task<IActionResult> OnPostRemoveAsync(int id, Guid token, CancellationToken cancellation) =>
        await AnswerAsync(
            await relations.RemoveAsync(Actor, id, token, cancellation),
            async () => await links.FindAsync(id, cancellation) is { } link ? [new("Link", link.Kind.ToString(), "Removed")] : []);
}
