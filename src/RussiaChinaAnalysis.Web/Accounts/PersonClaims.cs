using System.Globalization;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>What a request knows of the person who makes it.</summary>
internal sealed class PersonClaims : IUserClaimsPrincipalFactory<Person>
{
    /// <summary>Changes whenever all sessions of the person are to end.</summary>
    private const string Stamp = "stamp";

    public Task<ClaimsPrincipal> CreateAsync(Person user) =>
        Task.FromResult(Create(user, user.Role, IdentityConstants.ApplicationScheme));

    /// <param name="role">May be less than the person's own.</param>
    public static ClaimsPrincipal Create(Person person, PersonRole role, string scheme) => new(new ClaimsIdentity(
        [
            new(ClaimTypes.NameIdentifier, person.Id.ToString(CultureInfo.InvariantCulture)),
            new(ClaimTypes.Name, person.DisplayName),
            new(ClaimTypes.Role, role.ToString()),
            new(Stamp, person.SecurityStamp ?? string.Empty),
        ],
        scheme));

    /// <summary>Whether a session that began with this principal is still the person's.</summary>
    public static bool IsCurrent(ClaimsPrincipal principal, Person person) =>
        !person.IsLocked && principal.FindFirstValue(Stamp) is { Length: > 0 } stamp && stamp == person.SecurityStamp;
}
