using Microsoft.EntityFrameworkCore;
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
        if (http.User.FindActor() is not { PersonId: var id })
            return true;
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.Users.AsNoTracking().SingleOrDefaultAsync(person => person.Id == id, cancellation) is { } person
            && PersonClaims.IsCurrent(http.User, person);
    }
}
