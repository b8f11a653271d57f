using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Text;

namespace RussiaChinaAnalysis.Web.Pages.Account;

/// <summary>A person's own account.</summary>
public sealed class ProfileModel(
    SignInManager<Person> signing, AccountLog audit, ApiTokens tokens, ProviderLink provider, TimeProvider clock) : PageModel
{
    private static readonly int[] Lasting = [7, 30, 90, 365];

    public Person Person { get; private set; } = null!;

    public IReadOnlyList<ApiToken> Tokens { get; private set; } = [];

    /// <summary>The identity provider that the account can be connected with; null when there is none.</summary>
    public string? Provider => provider.Name;

    public bool IsConnected { get; private set; }

    /// <summary>For the link that connects the account.</summary>
    public string Proof => provider.Prove(Person.Id);

    public GivenSecret? Given { get; private set; }

    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>What was done, when the browser comes back from a form.</summary>
    [TempData]
    public string? Done { get; set; }

    public static IEnumerable<int> Days => Lasting;

    public IEnumerable<PersonRole> Scopes => Enum.GetValues<PersonRole>().Where(role => role <= Person.Role);

    public bool HasExpired(ApiToken token) => token.ExpiresAt <= clock.GetUtcNow().UtcDateTime;

    public Task<IActionResult> OnGetAsync(CancellationToken cancellation) => ShowAsync([], cancellation);

    /// <summary>Leads to the identity provider, whose answer is connected with the account.</summary>
    public async Task<IActionResult> OnGetConnectAsync(string? proof, CancellationToken cancellation)
    {
        if (provider.Name is not { } name)
            return NotFound();
        var person = await FindAsync();
        if (!provider.IsProof(proof, person.Id))
            return await ShowAsync(["This link is no longer good. Use the one on this page."], cancellation);
        return await provider.GoAsync(HttpContext, "/profile", person.Id)
            ? new EmptyResult()
            : await ShowAsync([$"{name} does not answer. Try again later."], cancellation);
    }

    /// <summary>Who has a password need not sign in with the provider.</summary>
    public async Task<IActionResult> OnPostDisconnectAsync(CancellationToken cancellation)
    {
        if (provider.Name is not { } name)
            return NotFound();
        var person = await FindAsync();
        if (person.PasswordHash is null)
            return await ShowAsync(["Set a password first; without one you could not sign in any more."], cancellation);
        return await FinishAsync(
            person,
            async () =>
            {
                foreach (var login in await signing.UserManager.GetLoginsAsync(person))
                {
                    if (await signing.UserManager.RemoveLoginAsync(person, login.LoginProvider, login.ProviderKey) is { Succeeded: false } failed)
                        return failed;
                }

                return IdentityResult.Success;
            },
            Told("disconnection", $"Disconnected the account at {name}"),
            $"Your account at {name} is no longer connected.",
            cancellation);
    }

    public async Task<IActionResult> OnPostNamesAsync(
        [Name, Display(Name = "Your name")] string? displayName,
        [Name, Display(Name = "The name to sign in with")] string? signInName,
        CancellationToken cancellation)
    {
        if (!ModelState.IsValid)
            return await ShowAsync(ModelState.Sentences(), cancellation);
        var person = await FindAsync();
        var before = new { person.DisplayName, person.UserName };
        (person.DisplayName, person.UserName) = (displayName!.Trim(), signInName!.Trim());
        return await FinishAsync(
            person,
            () => signing.UserManager.UpdateAsync(person),
            Told("names", "Changed the names of the own account") with { Row = new(nameof(Person), person.Id, before, new { person.DisplayName, person.UserName }) },
            "Your names are saved.",
            cancellation);
    }

    public async Task<IActionResult> OnPostPasswordAsync([AsWritten] string? current, [AsWritten] string? password, CancellationToken cancellation)
    {
        var person = await FindAsync();
        return await FinishAsync(
            person,
            () => person.PasswordHash is null
                ? signing.UserManager.AddPasswordAsync(person, password ?? "")
                : signing.UserManager.ChangePasswordAsync(person, current ?? "", password ?? ""),
            Told("password", "Set a new password"),
            "Your new password is saved, and all your other sessions have ended.",
            cancellation);
    }

    public async Task<IActionResult> OnPostSessionsAsync(CancellationToken cancellation)
    {
        var person = await FindAsync();
        return await FinishAsync(
            person, () => signing.UserManager.UpdateSecurityStampAsync(person), Told("sessions", "Ended all other sessions of the own account"), "All your other sessions have ended.", cancellation);
    }

    public async Task<IActionResult> OnPostTokenAsync(
        [Name, Display(Name = "The token's name")] string? name, PersonRole scope, int days, CancellationToken cancellation)
    {
        if (!ModelState.IsValid || !Lasting.Contains(days) || !Enum.IsDefined(scope) || !User.May(scope))
            return await ShowAsync(ModelState.IsValid ? ["Choose a scope and a time from the lists."] : ModelState.Sentences(), cancellation);
        if (await tokens.CreateAsync(User.Actor(), name!.Trim(), scope, TimeSpan.FromDays(days), cancellation) is not { } secret)
            return await ShowAsync([$"You have {ApiTokens.MostPerPerson} tokens. Revoke one that you no longer need."], cancellation);
        Given = new("Your new token", "Copy it now: it is kept nowhere and cannot be shown again.", secret);
        return await ShowAsync([], cancellation);
    }

    public async Task<IActionResult> OnPostRevokeAsync(int token, CancellationToken cancellation)
    {
        await tokens.RevokeAsync(User.Actor().PersonId, token, User.Actor(), cancellation);
        Done = "The token is revoked.";
        return RedirectToPage();
    }

    private AccountEvent Told(string what, string summary) => new(User.Actor(), what, summary);

    private async Task<Person> FindAsync() =>
        await signing.UserManager.GetUserAsync(User) ?? throw new InvalidOperationException("Whoever is signed in has no account.");

    private async Task<IActionResult> FinishAsync(
        Person person, Func<Task<IdentityResult>> change, AccountEvent told, string done, CancellationToken cancellation)
    {
        var outcome = await audit.RunAsync(change, () => told, cancellation);
        if (!outcome.Succeeded)
            return await ShowAsync(outcome.Sentences(), cancellation);
        // The change may have ended all sessions; this one goes on.
        await signing.RefreshSignInAsync(person);
        Done = done;
        return RedirectToPage();
    }

    private async Task<IActionResult> ShowAsync(IReadOnlyList<string> problems, CancellationToken cancellation)
    {
        Problems = problems;
        if (problems.Count > 0)
            Response.StatusCode = StatusCodes.Status400BadRequest;
        Person = await FindAsync();
        Tokens = await tokens.ListAsync(Person.Id, cancellation);
        IsConnected = provider.Name is not null && (await signing.UserManager.GetLoginsAsync(Person)).Count > 0;
        return Page();
    }
}
