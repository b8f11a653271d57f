using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Text;

namespace RussiaChinaAnalysis.Web.Pages.Account;

/// <summary>After the printed link: who wants to come again from elsewhere takes a name and a password, anybody else just starts.</summary>
public sealed class WelcomeModel(SignInManager<Person> signing, AccountLog audit) : PageModel
{
    [BindProperty, Name, Display(Name = "Your name")]
    public string? DisplayName { get; set; }

    [BindProperty, Name, Display(Name = "The name to sign in with")]
    public string? SignInName { get; set; }

    [BindProperty]
    [AsWritten]
    public string? Password { get; set; }

    public IReadOnlyList<string> Problems { get; private set; } = [];

    private UserManager<Person> People => signing.UserManager;

    public async Task<IActionResult> OnGetAsync()
    {
        if (await People.GetUserAsync(User) is not { PasswordHash: null } person)
            return RedirectToPage("/Account/Profile");
        (DisplayName, SignInName) = (person.DisplayName, person.UserName);
        return Page();
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await People.GetUserAsync(User) is not { PasswordHash: null } person)
            return RedirectToPage("/Account/Profile");
        if (!ModelState.IsValid)
            return Refuse(ModelState.Sentences());

        var before = new { person.DisplayName, person.UserName };
        (person.DisplayName, person.UserName) = (DisplayName!.Trim(), SignInName!.Trim());
        var outcome = await audit.RunAsync(
            () => string.IsNullOrEmpty(Password) ? People.UpdateAsync(person) : People.AddPasswordAsync(person, Password),
            () => new AccountEvent(User.Actor(), "names", $"Took a name{(person.PasswordHash is null ? "" : " and a password")}")
            {
                Row = new(nameof(Person), person.Id, before, new { person.DisplayName, person.UserName }),
            },
            cancellation);
        if (!outcome.Succeeded)
            return Refuse(outcome.Sentences());
        // A new password ends all sessions; this one goes on.
        await signing.RefreshSignInAsync(person);
        return LocalRedirect("/");
    }

    private PageResult Refuse(IReadOnlyList<string> problems)
    {
        Problems = problems;
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Page();
    }
}
