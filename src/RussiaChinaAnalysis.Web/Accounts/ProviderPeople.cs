using System.ComponentModel.DataAnnotations;
using System.Security.Claims;
using Microsoft.AspNetCore.Identity;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>Accounts of people whom the identity provider vouches for.</summary>
internal sealed partial class ProviderPeople(CorpusContext context, UserManager<Person> people, TimeProvider clock, ILogger<ProviderPeople> log)
{
    public async Task ConnectAsync(Person person, UserLoginInfo login)
    {
        Require(await people.AddLoginAsync(person, login));
        LogConnected(log, person.Id);
    }

    /// <summary>An account with the role of a reader.</summary>
    public async Task<Person> AddAsync(ClaimsPrincipal token, UserLoginInfo login)
    {
        var name = Name(token.FindFirstValue("name")) ?? Name(token.FindFirstValue("preferred_username")) ?? "New reader";
        var signInName = Name(token.FindFirstValue("preferred_username")) ?? "reader";
        if (await people.FindByNameAsync(signInName) is not null)
            signInName = $"reader-{Guid.NewGuid():N}";
        var person = new Person
        {
            UserName = signInName,
            DisplayName = name,
            Role = PersonRole.Reader,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        await using var transaction = await context.Database.BeginTransactionAsync();
        Require(await people.CreateAsync(person));
        Require(await people.AddLoginAsync(person, login));
        await transaction.CommitAsync();
        LogAdded(log, person.Id);
        return person;
    }

    /// <summary>Null for what may not stand as a name here.</summary>
    private static string? Name(string? told) => told is not null && new NameAttribute().GetValidationResult(told, new ValidationContext(told)) is null ? told.Trim() : null;

    private static void Require(IdentityResult outcome)
    {
        if (!outcome.Succeeded)
            throw new InvalidOperationException(outcome.ToString());
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "Person {Person} connected an account of the identity provider")]
    private static partial void LogConnected(ILogger log, int person);

    [LoggerMessage(Level = LogLevel.Information, Message = "Person {Person} came from the identity provider as a reader")]
    private static partial void LogAdded(ILogger log, int person);
}
