using System.Security.Claims;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.AspNetCore.Identity;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>
/// Who comes back from the identity provider is the person with the same issuer and subject; names and addresses that
/// the provider tells are no proof of anything.
/// </summary>
internal sealed partial class ProviderSignIn(ProviderSettings settings, SignInManager<Person> signing, ProviderPeople newcomers, ILogger<ProviderSignIn> log)
    : OpenIdConnectEvents
{
    private const string Issuer = "iss";
    private const string Subject = "sub";

    public static void Configure(OpenIdConnectOptions connect, ProviderSettings settings)
    {
        connect.Authority = settings.Authority.ToString();
        connect.RequireHttpsMetadata = settings.Authority.Scheme == Uri.UriSchemeHttps;
        connect.ClientId = settings.ClientId;
        connect.ClientSecret = settings.ClientSecret;
        connect.SignInScheme = IdentityConstants.ApplicationScheme;
        connect.CallbackPath = "/sign-in/return";
        connect.ResponseType = OpenIdConnectResponseType.Code;
        // A redirection, unlike a form, brings cookies that are Lax, and those work without HTTPS too.
        connect.ResponseMode = OpenIdConnectResponseMode.Query;
        connect.CorrelationCookie.SameSite = connect.NonceCookie.SameSite = SameSiteMode.Lax;
        connect.CorrelationCookie.SecurePolicy = connect.NonceCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        // Signing out here says nothing to the provider, nor the provider's signing out to us.
        connect.RemoteSignOutPath = connect.SignedOutCallbackPath = PathString.Empty;
        connect.MapInboundClaims = false;
        // It would be taken away before we see it.
        connect.ClaimActions.Remove(Issuer);
        connect.EventsType = typeof(ProviderSignIn);
    }

    /// <summary>All has been checked, the nonce too, which at the token itself it is not yet.</summary>
    public override async Task TicketReceived(TicketReceivedContext context)
    {
        var told = context.Principal!;
        var login = new UserLoginInfo(told.FindFirstValue(Issuer)!, told.FindFirstValue(Subject)!, settings.Name);
        var known = await signing.UserManager.FindByLoginAsync(login.LoginProvider, login.ProviderKey);
        var person = known;
        if (context.Properties!.Items.Remove(ProviderLink.Connect, out var owner))
        {
            person = await OwnerAsync(context.HttpContext, owner!);
            if (person is null || (known is not null && known.Id != person.Id))
            {
                Refuse(context, person is null ? ProviderRefusal.Failed : ProviderRefusal.Taken, known?.Id);
                return;
            }

            if (known is null && !await newcomers.ConnectAsync(person, login))
            {
                Refuse(context, ProviderRefusal.Taken, person.Id);
                return;
            }
        }
        else if (known is null && settings.NewPeople == NewPeople.Reader)
        {
            person = await newcomers.AddAsync(told, login);
        }

        if (person is null)
            Refuse(context, ProviderRefusal.Stranger, person: null);
        else if (!await signing.CanSignInAsync(person))
            Refuse(context, ProviderRefusal.Locked, person.Id);
        else
            context.Principal = await signing.CreateUserPrincipalAsync(person);
    }

    public override Task RemoteFailure(RemoteFailureContext context)
    {
        if (context.Failure is { } failure)
            LogFailure(log, failure.GetType().Name);
        context.Response.Redirect($"/sign-in?refused={ProviderRefusal.Failed}");
        context.HandleResponse();
        return Task.CompletedTask;
    }

    /// <summary>The person who asked to connect an account, if it is still that person who is signed in here.</summary>
    private async Task<Person?> OwnerAsync(HttpContext context, string owner)
    {
        var session = await context.AuthenticateAsync(IdentityConstants.ApplicationScheme);
        return session.Principal?.FindFirstValue(ClaimTypes.NameIdentifier) == owner ? await signing.UserManager.FindByIdAsync(owner) : null;
    }

    private void Refuse(TicketReceivedContext context, ProviderRefusal refusal, int? person)
    {
        LogRefusal(log, refusal, person);
        context.Response.Redirect($"/sign-in?refused={refusal}");
        context.HandleResponse();
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in by the identity provider refused as {Refusal}; person: {Person}")]
    private static partial void LogRefusal(ILogger log, ProviderRefusal refusal, int? person);

    [LoggerMessage(Level = LogLevel.Warning, Message = "Sign-in by the identity provider failed: {Failure}")]
    private static partial void LogFailure(ILogger log, string failure);
}
