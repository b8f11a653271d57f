using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Text;

namespace RussiaChinaAnalysis.Web.Pages.Account;

/// <summary>Where an invitation leads: a newcomer makes an account.</summary>
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class InvitationModel(Invitations invitations, SignInManager<Person> signing) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public string? Token { get; set; }

    [BindProperty, Name, Display(Name = "Your name")]
    public string? DisplayName { get; set; }

    [BindProperty, Name, Display(Name = "The name to sign in with")]
    public string? SignInName { get; set; }

    [BindProperty]
    [AsWritten]
    public string? Password { get; set; }

    /// <summary>Null when the link opens nothing.</summary>
    public Invitation? Invitation { get; private set; }

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync(CancellationToken cancellation)
    {
        ModelState.Clear();
        return await ShowAsync([], cancellation);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(ModelState.Sentences(), cancellation);
        switch (await invitations.AcceptAsync(Token ?? "", SignInName!.Trim(), DisplayName!.Trim(), Password ?? "", cancellation))
        {
            case AcceptResult.Accepted accepted:
                await signing.SignInAsync(accepted.Person, isPersistent: false);
                return LocalRedirect("/");
            case AcceptResult.Refused refused:
                return await ShowAsync(refused.Problems, cancellation);
            default:
                return await ShowAsync([], cancellation);
        }
    }

    private async Task<IActionResult> ShowAsync(IReadOnlyList<string> problems, CancellationToken cancellation)
    {
        Problems = problems;
        Invitation = await invitations.FindAsync(Token ?? "", cancellation);
        if (Invitation is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        else if (problems.Count > 0)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
