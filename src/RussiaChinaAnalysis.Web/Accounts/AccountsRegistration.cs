using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.Identity;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Accounts;

internal static class AccountsRegistration
{
    /// <summary>A session or a token, whichever the request brings.</summary>
    private const string Either = "Session or token";

    public static void AddAccounts(this WebApplicationBuilder builder)
    {
        var settings = builder.Settings().Accounts;
        var services = builder.Services;
        var visitors = new VisitorRights(
            settings.VisitorsMayRead ?? (Addresses.AreLoopback(Addresses.Configured(builder.Configuration)) && builder.Settings().Proxies.Count == 0));
        services.AddSingleton(visitors);
        services.AddSingleton<FirstLink>();
        services.AddScoped<Sessions>();
        services.AddSingleton<StandingAccess>();

        var authentication = services.AddAuthentication(Either)
            .AddPolicyScheme(Either, displayName: null, either => either.ForwardDefaultSelector = context =>
                TokenHandler.Concerns(context.Request) ? TokenHandler.Name : IdentityConstants.ApplicationScheme)
            .AddScheme<AuthenticationSchemeOptions, TokenHandler>(TokenHandler.Name, configureOptions: null)
            .AddCookie(IdentityConstants.ApplicationScheme, Sessions.Configure);
        services.AddSingleton(provider => new ProviderLink(settings.Provider, provider.GetRequiredService<IDataProtectionProvider>()));
        if (settings.Provider is { } identities)
        {
            services.AddSingleton(identities);
            services.AddScoped<ProviderPeople>();
            services.AddScoped<ProviderSignIn>();
            authentication.AddOpenIdConnect(ProviderLink.Scheme, connect => ProviderSignIn.Configure(connect, identities));
        }

        new IdentityBuilder(typeof(Person), services)
            .AddSignInManager<SignInManager<Person>>()
            .AddTokenProvider<DataProtectorTokenProvider<Person>>(TokenOptions.DefaultProvider);
        services.AddScoped<IUserClaimsPrincipalFactory<Person>, PersonClaims>();

        services.AddAuthorizationBuilder().AddPolicies(visitors);
        services.AddSingleton<IAuthorizationHandler, RoleHandler>();
        services.AddSingleton<IAuthorizationHandler, WritingHandler>();
        services.AddSingleton<IAuthorizationHandler, NothingStatedHandler>();
        services.AddSignInLimit(settings.SignInsPerMinute);
    }

    public static void UseAccounts(this WebApplication app)
    {
        app.UseRateLimiter();
        app.UseOwnOrigin();
        app.UseAuthentication();
        app.UseAuthorization();
    }
}
