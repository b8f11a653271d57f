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
    public async Task<string?> CreateAsync(Actor owner, string name, PersonRole scope, TimeSpan lasts, CancellationToken cancellation)
    {
        var personId = owner.PersonId;
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
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        context.ApiTokens.Add(token);
        await context.SaveChangesAsync(cancellation);
        AccountLog.Add(context, Now, new AccountEvent(owner, "token", $"Made the API token “{name}” with the scope of {Word(scope)}")
        {
            Row = new(nameof(ApiToken), token.Id, null, new { token.Name, Scope = scope.ToString(), token.ExpiresAt }),
        });
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
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
    /// <param name="by">The person, or an administrator.</param>
    public async Task RevokeAsync(int personId, int id, Actor by, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        var owned = context.ApiTokens.Where(token => token.PersonId == personId && token.Id == id);
        if (await owned.AsNoTracking().Include(token => token.Person).SingleOrDefaultAsync(cancellation) is not { } revoked
            || await owned.ExecuteDeleteAsync(cancellation) == 0)
            return;
        var whose = by.PersonId == personId ? "" : $" of {revoked.Person.DisplayName}";
        AccountLog.Add(context, Now, new AccountEvent(by, "token revoked", $"Revoked the API token “{revoked.Name}”{whose}")
        {
            Row = new(nameof(ApiToken), id, new { revoked.Name, Scope = revoked.Scope.ToString(), revoked.ExpiresAt }, null),
        });
        await context.SaveChangesAsync(cancellation);
        await transaction.CommitAsync(cancellation);
        LogRevoked(log, id, personId);
    }

    private static string Word(PersonRole role) => role.ToString().ToLowerInvariant();

    [LoggerMessage(Level = LogLevel.Information, Message = "API token {Token} of person {Person} made with scope {Scope}")]
    private static partial void LogCreated(ILogger log, int token, int person, PersonRole scope);

    [LoggerMessage(Level = LogLevel.Information, Message = "API token {Token} of person {Person} revoked")]
    private static partial void LogRevoked(ILogger log, int token, int person);
}
