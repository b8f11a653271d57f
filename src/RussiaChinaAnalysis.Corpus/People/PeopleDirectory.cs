using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.People;

/// <summary>What administrators do with the accounts of others. One administrator who can sign in always remains.</summary>
public sealed partial class PeopleDirectory(CorpusContext context, UserManager<Person> people, AccountLog audit, ILogger<PeopleDirectory> log)
{
    /// <summary>In the order of their names.</summary>
    public async Task<IReadOnlyList<Person>> ListAsync(CancellationToken cancellation) =>
        await context.Users.AsNoTracking().OrderBy(person => person.DisplayName).ThenBy(person => person.Id).ToListAsync(cancellation);

    public Task<Person?> FindAsync(int id, CancellationToken cancellation) =>
        context.Users.AsNoTracking().SingleOrDefaultAsync(person => person.Id == id, cancellation);

    public Task<PersonChange> ChangeRoleAsync(int id, PersonRole role, Actor by, CancellationToken cancellation) => ChangeAsync(
        id,
        person =>
        {
            var before = person.Role;
            person.Role = role;
            return before == role ? null : new AccountEvent(by, "role", $"Made {person.DisplayName} {role.ToString().ToLowerInvariant()}")
            {
                Row = new(nameof(Person), id, new { Role = before.ToString() }, new { Role = role.ToString() }),
            };
        },
        by,
        cancellation);

    /// <summary>A locked person is out with the next request, and so are the person's tokens.</summary>
    public Task<PersonChange> LockAsync(int id, bool locked, Actor by, CancellationToken cancellation) => ChangeAsync(
        id,
        person =>
        {
            var before = person.IsLocked;
            person.IsLocked = locked;
            return before == locked ? null : new AccountEvent(by, locked ? "lock" : "unlock", $"{(locked ? "Locked" : "Unlocked")} the account of {person.DisplayName}")
            {
                Row = new(nameof(Person), id, new { IsLocked = before }, new { IsLocked = locked }),
            };
        },
        by,
        cancellation);

    /// <summary>Ends all sessions of the person, wherever they are.</summary>
    public async Task<PersonChange> EndSessionsAsync(int id, Actor by, CancellationToken cancellation)
    {
        if (await context.Users.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } person)
            return PersonChange.Missing;
        Require(await audit.RunAsync(
            () => people.UpdateSecurityStampAsync(person),
            () => new AccountEvent(by, "sessions", $"Ended all sessions of {person.DisplayName}"),
            cancellation));
        LogSessions(log, id, by.PersonId);
        return PersonChange.Done;
    }

    /// <summary>What a link proves itself by that sets a new password; null when there is no such person.</summary>
    public async Task<string?> ResetPasswordAsync(int id, Actor by, CancellationToken cancellation)
    {
        if (await context.Users.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } person)
            return null;
        var code = await people.GeneratePasswordResetTokenAsync(person);
        await audit.AddAsync(new AccountEvent(by, "password link", $"Made a password link for {person.DisplayName}"), cancellation);
        return code;
    }

    /// <param name="change">Says what it did; null when it was so already.</param>
    private async Task<PersonChange> ChangeAsync(int id, Func<Person, AccountEvent?> change, Actor by, CancellationToken cancellation)
    {
        // Two administrators who take each other's role at once must not both succeed.
        await using var transaction = await context.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancellation);
        if (await context.Users.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } person)
            return PersonChange.Missing;
        if (change(person) is not { } told)
            return PersonChange.Done;
        Require(await people.UpdateAsync(person));
        var remains = await context.Users.AnyAsync(row => row.Role == PersonRole.Administrator && !row.IsLocked, cancellation);
        if (!remains)
            return PersonChange.LastAdministrator;
        await audit.AddAsync(told, cancellation);
        await transaction.CommitAsync(cancellation);
        LogChange(log, id, person.Role, person.IsLocked, by.PersonId);
        return PersonChange.Done;
    }

    private static void Require(IdentityResult outcome)
    {
        if (!outcome.Succeeded)
            throw new InvalidOperationException(outcome.ToString());
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Person {Person} is now {Role}, locked: {Locked}; changed by person {By}")]
    private static partial void LogChange(ILogger log, int person, PersonRole role, bool locked, int by);

    [LoggerMessage(Level = LogLevel.Information, Message = "All sessions of person {Person} ended by person {By}")]
    private static partial void LogSessions(ILogger log, int person, int by);
}
