using Microsoft.AspNetCore.Mvc;
using RussiaChinaAnalysis.Corpus.Codebook;
using RussiaChinaAnalysis.Web.Edit;

namespace RussiaChinaAnalysis.Web.Pages.Edit;

/// <summary>The forms that change the codebook.</summary>
public sealed class ThemesModel(CodebookEditor codebook) : EditPage
{
    public async Task<IActionResult> OnPostCreateAsync(string? name, string? definition, string? colour, string? parent, string? terms, CancellationToken cancellation) =>
        await AnswerAsync(await codebook.CreateAsync(Actor, Draft(name, definition, colour, parent, terms), cancellation));

    public async Task<IActionResult> OnPostChangeAsync(
        string? slug, Guid token, string? name, string? definition, string? colour, string? parent, string? terms, CancellationToken cancellation)
    {
        var draft = Draft(name, definition, colour, parent, terms);
        return await AnswerAsync(
            await codebook.ChangeAsync(Actor, slug ?? "", token, draft, cancellation),
            async () => await codebook.FindAsync(slug ?? "", cancellation) is { Theme: var theme }
                ?
                [
                    new("Name", theme.Name, draft.Name),
                    new("Definition", theme.Definition, draft.Definition),
                    new("Colour", theme.Colour, draft.Colour),
                    new("Below", theme.Parent ?? "–", string.IsNullOrWhiteSpace(draft.Parent) ? "–" : draft.Parent),
                    new("Cue terms", theme.CueTerms, (draft.CueTerms ?? "").ReplaceLineEndings("\n")),
                ]
                : []);
    }

    public async Task<IActionResult> OnPostRetireAsync(string? slug, Guid token, bool retired, CancellationToken cancellation) =>
        await AnswerAsync(await codebook.RetireAsync(Actor, slug ?? "", token, retired, cancellation));

    public async Task<IActionResult> OnPostMergeAsync(string? slug, Guid token, string? into, CancellationToken cancellation) =>
        await AnswerAsync(await codebook.MergeAsync(Actor, slug ?? "", token, into ?? "", cancellation));

    private static ThemeDraft Draft(string? name, string? definition, string? colour, string? parent, string? terms) =>
        new(name ?? "", definition ?? "", colour ?? "", parent, terms);
}
