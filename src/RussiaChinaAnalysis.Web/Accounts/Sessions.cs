using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>
/// A session is a cookie. Each request reads the person anew, one row by its key, so that a lock, a revocation or
/// another role counts from the next request on.
/// </summary>
internal sealed partial class Sessions(IDbContextFactory<CorpusContext> contexts, StandingAccess access, TimeProvider clock, ILogger<Sessions> log)
    : CookieAuthenticationEvents
{
    private static readonly TimeSpan Length = TimeSpan.FromDays(30);

    public static void Configure(CookieAuthenticationOptions cookie)
    {
        cookie.Cookie.Name = "rca-session";
        cookie.Cookie.HttpOnly = true;
        // Not Strict: a link in a mail, or the answer of an identity provider, should find its reader signed in.
        cookie.Cookie.SameSite = SameSiteMode.Lax;
        cookie.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        cookie.ExpireTimeSpan = Length;
        cookie.SlidingExpiration = true;
        cookie.LoginPath = "/sign-in";
        cookie.ReturnUrlParameter = "back";
        cookie.EventsType = typeof(Sessions);
    }

    public override async Task SigningIn(CookieSigningInContext context)
    {
        // A session that only goes on, after a change of password, began before.
        if (context.HttpContext.User.FindActor() is not null || context.Principal?.FindActor() is not { } actor)
            return;
        var now = clock.GetUtcNow().UtcDateTime;
        await using var corpus = await contexts.CreateDbContextAsync(context.HttpContext.RequestAborted);
        await corpus.Users.Where(person => person.Id == actor.PersonId)
            .ExecuteUpdateAsync(set => set.SetProperty(person => person.SignedInAt, now), context.HttpContext.RequestAborted);
        LogSignIn(log, actor.PersonId, actor.Role);
    }

    public override async Task ValidatePrincipal(CookieValidatePrincipalContext context)
    {
        if (await access.FindAsync(context.Principal, context.HttpContext.RequestAborted) is { } person)
        {
            context.ReplacePrincipal(PersonClaims.Create(person, person.Role, IdentityConstants.ApplicationScheme));
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(context.Scheme.Name);
    }

    /// <summary>A person is sent to sign in; a program is told.</summary>
    public override Task RedirectToLogin(RedirectContext<CookieAuthenticationOptions> context)
    {
        if (ErrorAnswers.WantsPage(context.Request))
            return base.RedirectToLogin(context);
        context.Response.StatusCode = StatusCodes.Status401Unauthorized;
        return Task.CompletedTask;
    }

    public override Task RedirectToAccessDenied(RedirectContext<CookieAuthenticationOptions> context)
    {
        context.Response.StatusCode = StatusCodes.Status403Forbidden;
        return Task.CompletedTask;
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Person {Person} signed in as {Role}")]
    private static partial void LogSignIn(ILogger log, int person, PersonRole role);
}
