using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>Accounts of people whom the identity provider vouches for.</summary>
internal sealed partial class ProviderPeople(
    CorpusContext context, UserManager<Person> people, AccountLog audit, TimeProvider clock, ILogger<ProviderPeople> log)
{
    /// <returns>False when somebody else was connected with it at the same moment.</returns>
    public async Task<bool> ConnectAsync(Person person, UserLoginInfo login)
    {
        var connected = await TryAsync(
            () => people.AddLoginAsync(person, login),
            () => new AccountEvent(Sign(person), "connection", $"Connected an account at {login.ProviderDisplayName}"));
        if (connected)
            LogConnected(log, person.Id);
        return connected || (await FindAnewAsync(login))?.Id == person.Id;
    }

    /// <summary>An account with the role of a reader. Whoever comes twice at once gets one.</summary>
    public async Task<Person> AddAsync(ClaimsPrincipal token, UserLoginInfo login) =>
        await TryAddAsync(token, login, Name(token.FindFirstValue("preferred_username")))
            // Either the same person, or another one of the same name, came at the same moment.
            ?? await FindAnewAsync(login)
            ?? await TryAddAsync(token, login, wanted: null)
            ?? throw new InvalidOperationException("The database takes no account for somebody whom the identity provider vouches for.");

    /// <param name="wanted">The name to sign in with; null for whatever is free.</param>
    private async Task<Person?> TryAddAsync(ClaimsPrincipal token, UserLoginInfo login, string? wanted)
    {
        var person = new Person
        {
            UserName = wanted is null || await people.FindByNameAsync(wanted) is not null ? $"reader-{Guid.NewGuid():N}" : wanted,
            DisplayName = Name(token.FindFirstValue("name")) ?? Name(token.FindFirstValue("preferred_username")) ?? "New reader",
            Role = PersonRole.Reader,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        var added = await TryAsync(
            async () => await people.CreateAsync(person) is { Succeeded: false } failed ? failed : await people.AddLoginAsync(person, login),
            () => new AccountEvent(Sign(person), "arrival", $"Came from {login.ProviderDisplayName} as reader")
            {
                Row = new(nameof(Person), person.Id, null, new { person.UserName, person.DisplayName, Role = person.Role.ToString() }),
            });
        if (!added)
            return null;
        LogAdded(log, person.Id);
        return person;
    }

    private async Task<bool> TryAsync(Func<Task<IdentityResult>> change, Func<AccountEvent> told)
    {
        try
        {
            return (await audit.RunAsync(change, told, CancellationToken.None)).Succeeded;
        }
        catch (DbUpdateException)
        {
            return false;
        }
    }

    /// <summary>What was about to be stored is forgotten, so that it is not tried again.</summary>
    private Task<Person?> FindAnewAsync(UserLoginInfo login)
    {
        context.ChangeTracker.Clear();
        return people.FindByLoginAsync(login.LoginProvider, login.ProviderKey);
    }

    private static Actor Sign(Person person) => new(person.Id, person.DisplayName, person.Role);

    /// <summary>Null for what may not stand as a name here.</summary>
    private static string? Name(string? told) => told is not null && new NameAttribute().GetValidationResult(told, new ValidationContext(told)) is null ? told.Trim() : null;

    [LoggerMessage(Level = LogLevel.Information, Message = "Person {Person} connected an account of the identity provider")]
    private static partial void LogConnected(ILogger log, int person);

    [LoggerMessage(Level = LogLevel.Information, Message = "Person {Person} came from the identity provider as a reader")]
    private static partial void LogAdded(ILogger log, int person);
}
