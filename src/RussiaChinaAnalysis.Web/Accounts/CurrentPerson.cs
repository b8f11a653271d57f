using System.Globalization;
using System.Security.Claims;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>Who makes the request, for pages (<c>User.FindActor()</c>) and endpoints.</summary>
public static class CurrentPerson
{
    /// <summary>Null for a visitor.</summary>
    public static Actor? FindActor(this ClaimsPrincipal user) =>
        user.Identity is { IsAuthenticated: true } && user.FindFirstValue(ClaimTypes.NameIdentifier) is { } id
            ? new Actor(int.Parse(id, CultureInfo.InvariantCulture), user.FindFirstValue(ClaimTypes.Name) ?? id, user.Role())
            : null;

    /// <exception cref="InvalidOperationException">A visitor got here: what was asked for does not state that it requires an account.</exception>
    public static Actor Actor(this ClaimsPrincipal user) =>
        user.FindActor() ?? throw new InvalidOperationException("Nobody is signed in.");

    /// <summary>Whether the person holds this role or a higher one. A visitor holds none.</summary>
    public static bool May(this ClaimsPrincipal user, PersonRole role) => user.FindActor() is { } actor && actor.Role >= role;

    private static PersonRole Role(this ClaimsPrincipal user) => Enum.Parse<PersonRole>(user.FindFirstValue(ClaimTypes.Role)!);
}
