using System.Globalization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Text;

namespace RussiaChinaAnalysis.Web.Pages.Account;

/// <summary>Where an administrator's link leads whose reader has forgotten the password.</summary>
[EnableRateLimiting(SignInLimit.Policy)]
public sealed class NewPasswordModel(UserManager<Person> people, AccountLog audit) : PageModel
{
    [BindProperty(SupportsGet = true)]
    public int Person { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Code { get; set; }

    [BindProperty]
    [AsWritten]
    public string? Password { get; set; }

    /// <summary>Null when the link opens nothing.</summary>
    public string? SignInName { get; private set; }

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public async Task<IActionResult> OnGetAsync() => Show(await FindAsync());

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (await FindAsync() is not { } person)
            return Show(null);
        var outcome = await audit.RunAsync(
            () => people.ResetPasswordAsync(person, Links.ReadCode(Code)!, Password ?? ""),
            () => new AccountEvent(new Actor(person.Id, person.DisplayName, person.Role), "password", "Set a new password with an administrator’s link"),
            cancellation);
        if (outcome.Succeeded)
        {
            await people.ResetAccessFailedCountAsync(person);
            await people.SetLockoutEndDateAsync(person, null);
            return RedirectToPage("/Account/SignIn");
        }

        Problems = outcome.Sentences();
        Response.StatusCode = StatusCodes.Status400BadRequest;
        return Show(person);
    }

    /// <summary>The person whom the link is for, if it is good: it is not after a change of password.</summary>
    private async Task<Person?> FindAsync() =>
        Links.ReadCode(Code) is { } code
        && await people.FindByIdAsync(Person.ToString(CultureInfo.InvariantCulture)) is { } person
        && await people.VerifyUserTokenAsync(person, people.Options.Tokens.PasswordResetTokenProvider, UserManager<Person>.ResetPasswordTokenPurpose, code)
            ? person : null;

    private PageResult Show(Person? person)
    {
        SignInName = person?.UserName;
        if (person is null)
            Response.StatusCode = StatusCodes.Status404NotFound;
        return Page();
    }
}
