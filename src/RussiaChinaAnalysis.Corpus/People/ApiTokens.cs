using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.People;

/// <summary>What programs prove themselves by that work in a person's name. Safe to use from several threads.</summary>
public sealed partial class ApiTokens(IDbContextFactory<CorpusContext> contexts, TimeProvider clock, ILogger<ApiTokens> log)
{
    /// <summary>Makes a token recognisable to whoever finds one where it should not be.</summary>
    public const string Prefix = "rca_";

    /// <summary>More than this nobody needs, and nobody could keep watch over.</summary>
    public const int MostPerPerson = 50;

    private static readonly TimeSpan UsedAtPrecision = TimeSpan.FromMinutes(1);

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <returns>The token, which is kept nowhere; null when the person has <see cref="MostPerPerson"/> already.</returns>
    public async Task<string?> CreateAsync(int personId, string name, PersonRole scope, TimeSpan lasts, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.ApiTokens.CountAsync(token => token.PersonId == personId, cancellation) >= MostPerPerson)
            return null;
        var secret = Prefix + Secret.Make();
        var token = new ApiToken
        {
            PersonId = personId,
            Name = name,
            Hash = Secret.Hash(secret),
            Scope = scope,
            CreatedAt = Now,
            ExpiresAt = Now + lasts,
        };
        context.ApiTokens.Add(token);
        await context.SaveChangesAsync(cancellation);
        LogCreated(log, token.Id, personId, scope);
        return secret;
    }

    /// <summary>Expired ones among them, the newest first.</summary>
    public async Task<IReadOnlyList<ApiToken>> ListAsync(int personId, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await context.ApiTokens.AsNoTracking().Where(token => token.PersonId == personId)
            .OrderByDescending(token => token.Id).ToListAsync(cancellation);
    }

    /// <summary>Null unless the token is known and current, and its person may come in. Notes that it was used.</summary>
    public async Task<ApiToken?> UseAsync(string secret, CancellationToken cancellation)
    {
        var (hash, now) = (Secret.Hash(secret), Now);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var token = await context.ApiTokens.AsNoTracking().Include(row => row.Person)
            .SingleOrDefaultAsync(row => row.Hash == hash && row.ExpiresAt > now && !row.Person.IsLocked, cancellation);
        if (token is not null && !(now - token.UsedAt < UsedAtPrecision))
            await context.ApiTokens.Where(row => row.Id == token.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.UsedAt, now), cancellation);
        return token;
    }

    /// <summary>Does nothing when the person has no such token.</summary>
    public async Task RevokeAsync(int personId, int id, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.ApiTokens.Where(token => token.PersonId == personId && token.Id == id).ExecuteDeleteAsync(cancellation) > 0)
            LogRevoked(log, id, personId);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "API token {Token} of person {Person} made with scope {Scope}")]
    private static partial void LogCreated(ILogger log, int token, int person, PersonRole scope);

    [LoggerMessage(Level = LogLevel.Information, Message = "API token {Token} of person {Person} revoked")]
    private static partial void LogRevoked(ILogger log, int token, int person);
}
