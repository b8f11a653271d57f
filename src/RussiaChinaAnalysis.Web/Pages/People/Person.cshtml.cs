using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Web.Accounts;

namespace RussiaChinaAnalysis.Web.Pages.People;

/// <summary>One person's account, for administrators.</summary>
public sealed class PersonModel(PeopleDirectory directory, ApiTokens tokens) : PageModel
{
    public Person Person { get; private set; } = null!;

    public IReadOnlyList<ApiToken> Tokens { get; private set; } = [];

    public GivenSecret? Given { get; private set; }

    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>What was done, when the browser comes back from a form.</summary>
    [TempData]
    public string? Done { get; set; }

    public Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation) => ShowAsync(id, cancellation);

    public async Task<IActionResult> OnPostRoleAsync(int id, PersonRole role, CancellationToken cancellation) =>
        ModelState.IsValid && Enum.IsDefined(role)
            ? await FinishAsync(id, await directory.ChangeRoleAsync(id, role, User.Actor(), cancellation), "The role is changed.", cancellation)
            : BadRequest();

    public async Task<IActionResult> OnPostLockAsync(int id, bool locked, CancellationToken cancellation) => await FinishAsync(
        id,
        await directory.LockAsync(id, locked, User.Actor(), cancellation),
        locked ? "The account is locked." : "The account is open again.",
        cancellation);

    public async Task<IActionResult> OnPostSessionsAsync(int id, CancellationToken cancellation) => await FinishAsync(
        id, await directory.EndSessionsAsync(id, User.Actor(), cancellation), "All sessions of this person have ended.", cancellation);

    public async Task<IActionResult> OnPostPasswordAsync(int id, CancellationToken cancellation)
    {
        if (await directory.ResetPasswordAsync(id, User.Actor(), cancellation) is not { } code)
            return NotFound();
        Given = new(
            "Send this link to the person",
            "It sets a new password, once, within a day. Copy it now: it is kept nowhere and cannot be shown again.",
            Links.NewPassword(Request, id, code));
        return await ShowAsync(id, cancellation);
    }

    public async Task<IActionResult> OnPostRevokeAsync(int id, int token, CancellationToken cancellation)
    {
        await tokens.RevokeAsync(id, token, User.Actor(), cancellation);
        Done = "The token is revoked.";
        return RedirectToPage(new { id });
    }

    private async Task<IActionResult> FinishAsync(int id, PersonChange change, string done, CancellationToken cancellation)
    {
        switch (change)
        {
            case PersonChange.Done:
                Done = done;
                return RedirectToPage(new { id });
            case PersonChange.LastAdministrator:
                Problems = ["Nobody would be left to look after people and the codebook. Make somebody else administrator first."];
                Response.StatusCode = StatusCodes.Status409Conflict;
                return await ShowAsync(id, cancellation);
            default:
                return NotFound();
        }
    }

    private async Task<IActionResult> ShowAsync(int id, CancellationToken cancellation)
    {
        if (await directory.FindAsync(id, cancellation) is not { } person)
            return NotFound();
        Person = person;
        Tokens = await tokens.ListAsync(id, cancellation);
        return Page();
    }
}
