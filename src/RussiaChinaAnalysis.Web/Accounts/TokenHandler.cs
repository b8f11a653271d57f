using System.Text.Encodings.Web;
using Microsoft.AspNetCore.Authentication;
using Microsoft.Extensions.Options;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary><c>Authorization: Bearer rca_…</c>: a program that works in a person's name (RFC 6750).</summary>
internal sealed class TokenHandler(
    ApiTokens tokens, IOptionsMonitor<AuthenticationSchemeOptions> options, ILoggerFactory log, UrlEncoder encoder)
    : AuthenticationHandler<AuthenticationSchemeOptions>(options, log, encoder)
{
    public const string Name = "Token";

    private const string Bearer = "Bearer ";

    public static bool Concerns(HttpRequest request) =>
        request.Headers.Authorization.ToString().StartsWith(Bearer, StringComparison.OrdinalIgnoreCase);

    /// <summary>Only where the request is one that a token <see cref="Concerns"/>.</summary>
    public static string SecretOf(HttpRequest request) => request.Headers.Authorization.ToString()[Bearer.Length..].Trim();

    protected override async Task<AuthenticateResult> HandleAuthenticateAsync()
    {
        if (!Concerns(Request))
            return AuthenticateResult.NoResult();
        if (await tokens.UseAsync(SecretOf(Request), Context.RequestAborted) is not { } token)
            return AuthenticateResult.Fail("The token is unknown, revoked or expired.");
        var role = (PersonRole)Math.Min((int)token.Scope, (int)token.Person.Role);
        return AuthenticateResult.Success(new AuthenticationTicket(PersonClaims.Create(token.Person, role, Name), Name));
    }

    protected override Task HandleChallengeAsync(AuthenticationProperties properties)
    {
        Response.StatusCode = StatusCodes.Status401Unauthorized;
        Response.Headers.WWWAuthenticate = "Bearer error=\"invalid_token\"";
        return Task.CompletedTask;
    }
}
