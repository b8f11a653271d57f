using System.ComponentModel.DataAnnotations;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.RateLimiting;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Look;
using RussiaChinaAnalysis.Web.Text;

namespace RussiaChinaAnalysis.Web.Pages.Account;

[EnableRateLimiting(SignInLimit.Policy)]
public sealed partial class SignInModel(
    SignInManager<Person> signing, IPasswordHasher<Person> hasher, ProviderLink provider, AccountLog audit, ILogger<SignInModel> log) : PageModel
{
    /// <summary>Verified for names that nobody has, so that they take as long as others.</summary>
    private static string? nobodysHash;

    /// <summary>Where to go on afterwards, if that is on this site.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Back { get; set; }

    [BindProperty]
    [MaxLength(Person.LongestName)]
    public string? Name { get; set; }

    [BindProperty]
    [MaxLength(1000)]
    [AsWritten]
    public string? Password { get; set; }

    [BindProperty]
    public bool Keep { get; set; }

    public IReadOnlyList<string> Problems { get; private set; } = [];

    /// <summary>The identity provider that people can sign in with; null when there is none.</summary>
    public string? Provider => provider.Name;

    private string Onward => Appearance.IsLocal(Back) ? Back! : "/";

    /// <param name="refused">When the browser comes back from the identity provider in vain.</param>
    public IActionResult OnGet(ProviderRefusal? refused)
    {
        if (provider.Name is { } name && refused is { } refusal && Enum.IsDefined(refusal))
            return Refuse(Explain(name, refusal), StatusCodes.Status403Forbidden);
        return User.FindActor() is null ? Page() : LocalRedirect(Onward);
    }

    public async Task<IActionResult> OnGetProviderAsync()
    {
        if (provider.Name is not { } name)
            return NotFound();
        return await provider.GoAsync(HttpContext, Onward, person: null)
            ? new EmptyResult()
            : Refuse($"{name} does not answer. Try again later, or sign in with your password.", StatusCodes.Status502BadGateway);
    }

    public async Task<IActionResult> OnPostAsync(CancellationToken cancellation)
    {
        if (!ModelState.IsValid || string.IsNullOrWhiteSpace(Name) || string.IsNullOrEmpty(Password))
            return Refuse("Give your name and your password.");
        if (await signing.UserManager.FindByNameAsync(Name) is not { } person)
        {
            nobodysHash ??= hasher.HashPassword(null!, Secret.Make());
            hasher.VerifyHashedPassword(null!, nobodysHash, Password);
            return Refuse(Mistaken);
        }

        var rested = await signing.UserManager.IsLockedOutAsync(person);
        var outcome = await signing.PasswordSignInAsync(person, Password, Keep, lockoutOnFailure: true);
        if (outcome.Succeeded)
            return LocalRedirect(Onward);
        LogRefusal(log, person.Id, outcome.IsLockedOut);
        if (outcome.IsLockedOut && !rested)
            await audit.AddAsync(Resting(person), cancellation);
        return outcome.IsLockedOut
            ? Refuse("Too many wrong passwords. The account rests for five minutes; then try again.")
            : outcome.IsNotAllowed ? Refuse("This account is locked. Ask whoever administers the corpus.") : Refuse(Mistaken);
    }

    private const string Mistaken = "No account has this name and this password.";

    private static AccountEvent Resting(Person person) => new(Actor.Stranger, "rest", $"Gave too many wrong passwords for {person.DisplayName}, whose account rests")
    {
        Row = new(nameof(Person), person.Id, new { RestsUntil = (DateTime?)null }, new { RestsUntil = person.LockoutEnd?.UtcDateTime }),
    };

    private static string Explain(string provider, ProviderRefusal refusal) => refusal switch
    {
        ProviderRefusal.Failed => $"{provider} did not let you in, or its answer came too late or changed. Try again.",
        ProviderRefusal.Stranger => $"No account here is connected with yours at {provider}. Sign in with your password and connect it under “Your account”, or ask whoever administers the corpus for an invitation.",
        ProviderRefusal.Locked => "This account is locked. Ask whoever administers the corpus.",
        ProviderRefusal.Taken => $"Your account at {provider} is connected with another account here.",
        _ => throw new ArgumentOutOfRangeException(nameof(refusal)),
    };

    private PageResult Refuse(string problem, int status = StatusCodes.Status400BadRequest)
    {
        Problems = [problem];
        Response.StatusCode = status;
        return Page();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in refused to person {Person}; rests: {Rests}")]
    private static partial void LogRefusal(ILogger log, int person, bool rests);
}
