using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.People;

/// <summary>Links by which newcomers make their accounts.</summary>
public sealed partial class Invitations(
    CorpusContext context, UserManager<Person> people, AccountLog audit, TimeProvider clock, ILogger<Invitations> log)
{
    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    /// <param name="by">Null on the command line.</param>
    /// <returns>The secret of the link, which is kept nowhere.</returns>
    public async Task<string> CreateAsync(PersonRole role, TimeSpan lasts, string? note, Actor? by, CancellationToken cancellation)
    {
        var secret = Secret.Make();
        var invitation = new Invitation
        {
            Hash = Secret.Hash(secret),
            Role = role,
            Note = string.IsNullOrWhiteSpace(note) ? null : note.Trim(),
            CreatedById = by?.PersonId,
            CreatedAt = Now,
            ExpiresAt = Now + lasts,
        };
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        context.Invitations.Add(invitation);
        await context.SaveChangesAsync(cancellation);
        await audit.AddAsync(
            new AccountEvent(by, "invitation", $"Invited somebody as {Word(role)}")
            {
                Row = new(nameof(Invitation), invitation.Id, null, new { Role = role.ToString(), invitation.Note, invitation.ExpiresAt }),
            },
            cancellation);
        await transaction.CommitAsync(cancellation);
        LogCreated(log, role, by?.PersonId);
        return secret;
    }

    /// <summary>Those that can still be used, the newest first.</summary>
    public async Task<IReadOnlyList<Invitation>> ListAsync(CancellationToken cancellation)
    {
        var now = Now;
        return await context.Invitations.AsNoTracking().Where(invitation => invitation.ExpiresAt > now)
            .OrderByDescending(invitation => invitation.Id).ToListAsync(cancellation);
    }

    /// <summary>Null when there is none, or it was used, withdrawn, or has expired.</summary>
    public Task<Invitation?> FindAsync(string secret, CancellationToken cancellation) =>
        Usable(secret).AsNoTracking().SingleOrDefaultAsync(cancellation);

    /// <summary>Makes the account that the invitation is for. Of two who use it at once, one gets it.</summary>
    public async Task<AcceptResult> AcceptAsync(
        string secret, string signInName, string displayName, string password, CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await FindAsync(secret, cancellation) is not { } invitation
            || await Usable(secret).ExecuteDeleteAsync(cancellation) == 0)
            return new AcceptResult.Gone();

        var person = new Person { UserName = signInName, DisplayName = displayName, Role = invitation.Role, CreatedAt = Now };
        var outcome = await people.CreateAsync(person, password);
        if (!outcome.Succeeded)
            return new AcceptResult.Refused([.. outcome.Errors.Select(error => error.Description)]);
        await audit.AddAsync(
            new AccountEvent(new Actor(person.Id, displayName, person.Role), "arrival", $"Came by invitation as {Word(person.Role)}")
            {
                Row = new(nameof(Person), person.Id, null, new { person.UserName, person.DisplayName, Role = person.Role.ToString() }),
            },
            cancellation);
        await transaction.CommitAsync(cancellation);
        LogAccepted(log, person.Id, person.Role);
        return new AcceptResult.Accepted(person);
    }

    /// <summary>Does nothing when there is none any more.</summary>
    public async Task WithdrawAsync(int id, Actor by, CancellationToken cancellation)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellation);
        if (await context.Invitations.SingleOrDefaultAsync(invitation => invitation.Id == id, cancellation) is not { } withdrawn
            || await context.Invitations.Where(invitation => invitation.Id == id).ExecuteDeleteAsync(cancellation) == 0)
            return;
        context.Entry(withdrawn).State = EntityState.Detached;
        await audit.AddAsync(
            new AccountEvent(by, "invitation withdrawn", $"Withdrew the invitation of somebody as {Word(withdrawn.Role)}")
            {
                Row = new(nameof(Invitation), id, new { Role = withdrawn.Role.ToString(), withdrawn.Note, withdrawn.ExpiresAt }, null),
            },
            cancellation);
        await transaction.CommitAsync(cancellation);
        LogWithdrawn(log, id);
    }

    private static string Word(PersonRole role) => role.ToString().ToLowerInvariant();

    private IQueryable<Invitation> Usable(string secret)
    {
        var (hash, now) = (Secret.Hash(secret), Now);
        return context.Invitations.Where(invitation => invitation.Hash == hash && invitation.ExpiresAt > now);
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Invitation for a {Role} made by person {By}")]
    private static partial void LogCreated(ILogger log, PersonRole role, int? by);

    [LoggerMessage(Level = LogLevel.Information, Message = "Person {Person} came by invitation as {Role}")]
    private static partial void LogAccepted(ILogger log, int person, PersonRole role);

    [LoggerMessage(Level = LogLevel.Information, Message = "Invitation {Invitation} withdrawn")]
    private static partial void LogWithdrawn(ILogger log, int invitation);
}
