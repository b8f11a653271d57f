using System.Globalization;
using System.Security.Claims;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>
/// Whether the session or token that let a request in still would. Requests are checked when they begin; one that lasts
/// must ask again. Signing out alone changes nothing that could be asked for.
/// </summary>
internal sealed class StandingAccess(IDbContextFactory<CorpusContext> contexts, ApiTokens tokens)
{
    public async Task<bool> HoldsAsync(HttpContext http, CancellationToken cancellation)
    {
        if (TokenHandler.Concerns(http.Request))
            return await tokens.UseAsync(TokenHandler.SecretOf(http.Request), cancellation) is not null;
        return http.User.FindActor() is null || await FindAsync(http.User, cancellation) is not null;
    }

    /// <summary>The person of a session as they are now; null when it holds no longer, or is nobody's.</summary>
    public async Task<Person?> FindAsync(ClaimsPrincipal? session, CancellationToken cancellation)
    {
        if (!int.TryParse(session?.FindFirstValue(ClaimTypes.NameIdentifier), CultureInfo.InvariantCulture, out var id))
            return null;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var person = await context.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == id, cancellation);
        return person is not null && PersonClaims.IsCurrent(session!, person) ? person : null;
    }
}
