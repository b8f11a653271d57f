using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.People;

/// <summary>What administrators do with the accounts of others. One administrator who can sign in always remains.</summary>
public sealed partial class PeopleDirectory(CorpusContext context, UserManager<Person> people, ILogger<PeopleDirectory> log)
{
    /// <summary>In the order of their names.</summary>
    public async Task<IReadOnlyList<Person>> ListAsync(CancellationToken cancellation) =>
        await context.Users.AsNoTracking().OrderBy(person => person.DisplayName).ThenBy(person => person.Id).ToListAsync(cancellation);

    public Task<Person?> FindAsync(int id, CancellationToken cancellation) =>
        context.Users.AsNoTracking().SingleOrDefaultAsync(person => person.Id == id, cancellation);

    public Task<PersonChange> ChangeRoleAsync(int id, PersonRole role, Actor by, CancellationToken cancellation) =>
        ChangeAsync(id, by, person => person.Role = role, cancellation);

    /// <summary>A locked person is out with the next request, and so are the person's tokens.</summary>
    public Task<PersonChange> LockAsync(int id, bool locked, Actor by, CancellationToken cancellation) =>
        ChangeAsync(id, by, person => person.IsLocked = locked, cancellation);

    /// <summary>Ends all sessions of the person, wherever they are.</summary>
    public async Task<PersonChange> EndSessionsAsync(int id, Actor by, CancellationToken cancellation)
    {
        if (await context.Users.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } person)
            return PersonChange.Missing;
        Require(await people.UpdateSecurityStampAsync(person));
        LogSessions(log, id, by.PersonId);
        return PersonChange.Done;
    }

    private async Task<PersonChange> ChangeAsync(int id, Actor by, Action<Person> change, CancellationToken cancellation)
    {
        // Two administrators who take each other's role at once must not both succeed.
        await using var transaction = await context.Database.BeginTransactionAsync(System.Data.IsolationLevel.Serializable, cancellation);
        if (await context.Users.SingleOrDefaultAsync(row => row.Id == id, cancellation) is not { } person)
            return PersonChange.Missing;
        change(person);
        Require(await people.UpdateAsync(person));
        var remains = await context.Users.AnyAsync(row => row.Role == PersonRole.Administrator && !row.IsLocked, cancellation);
        if (!remains)
            return PersonChange.LastAdministrator;
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
