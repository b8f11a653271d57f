using System.Globalization;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.DataProtection;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>The way to the identity provider.</summary>
public sealed class ProviderLink
{
    public const string Scheme = "OpenID Connect";

    /// <summary>In the state that travels with the person: whose account the sign-in is to be connected with.</summary>
    internal const string Connect = "connect";

    private static readonly TimeSpan Lasts = TimeSpan.FromHours(1);

    private readonly ITimeLimitedDataProtector protector;

    internal ProviderLink(ProviderSettings? settings, IDataProtectionProvider protection)
    {
        Name = settings?.Name;
        protector = protection.CreateProtector(nameof(ProviderLink)).ToTimeLimitedDataProtector();
    }

    /// <summary>What people call the provider; null when there is none.</summary>
    public string? Name { get; }

    /// <summary>
    /// Shows that the person's own page was asked to connect an account. It is a link and no form, because browsers let
    /// a form lead only to this site, and a provider may send people on to others.
    /// </summary>
    public string Prove(int person) => protector.Protect(person.ToString(CultureInfo.InvariantCulture), Lasts);

    public bool IsProof(string? proof, int person)
    {
        try
        {
            return proof is not null && protector.Unprotect(proof) == person.ToString(CultureInfo.InvariantCulture);
        }
        catch (CryptographicException)
        {
            return false;
        }
    }

    /// <param name="person">Whose account is to be connected; null to sign in.</param>
    /// <returns>False when the provider does not answer.</returns>
    public async Task<bool> GoAsync(HttpContext context, string back, int? person)
    {
        var state = new AuthenticationProperties { RedirectUri = back };
        if (person is { } id)
            state.Items[Connect] = id.ToString(CultureInfo.InvariantCulture);
        try
        {
            await context.ChallengeAsync(Scheme, state);
            return true;
        }
        catch (InvalidOperationException)
        {
            return false;
        }
    }
}
