using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>
/// The way in while no administrator has another: a link that the program prints at its start and that works once, on
/// this machine.
/// </summary>
public sealed class FirstLink(IServiceScopeFactory scopes, TimeProvider clock)
{
    private const string FirstName = "administrator";

    private string? hash;

    /// <summary>The path of the link with its secret, to be added to an address; empty when nobody needs it.</summary>
    public async Task<string> OpenAsync(CancellationToken cancellation)
    {
        await using var scope = scopes.CreateAsyncScope();
        var context = scope.ServiceProvider.GetRequiredService<CorpusContext>();
        var closed = await context.Users.AnyAsync(
            person => person.Role == PersonRole.Administrator
                && !person.IsLocked
                && (person.PasswordHash != null || context.UserLogins.Any(login => login.UserId == person.Id)),
            cancellation);
        if (closed)
            return string.Empty;
        var secret = Secret.Make();
        hash = Secret.Hash(secret);
        return $"/start?token={secret}";
    }

    /// <summary>Null unless this is the secret and nobody has used it. Otherwise an administrator, made when there is none.</summary>
    public async Task<Person?> UseAsync(string secret)
    {
        var offered = Secret.Hash(secret);
        // Of two who come at once, one gets in.
        if (hash is not { } open || open != offered || Interlocked.CompareExchange(ref hash, null, open) != open)
            return null;

        await using var scope = scopes.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        var administrator = await people.Users.FirstOrDefaultAsync(person => person.Role == PersonRole.Administrator && !person.IsLocked)
            ?? await CreateAsync(people);
        await scope.ServiceProvider.GetRequiredService<AccountLog>().AddAsync(
            new AccountEvent(
                new Actor(administrator.Id, administrator.DisplayName, administrator.Role), "printed link", "Came in as administrator by the link that the program printed"),
            CancellationToken.None);
        return administrator;
    }

    private async Task<Person> CreateAsync(UserManager<Person> people)
    {
        var person = new Person
        {
            UserName = await people.FindByNameAsync(FirstName) is null ? FirstName : $"{FirstName}-{Guid.NewGuid():N}",
            DisplayName = "Administrator",
            Role = PersonRole.Administrator,
            CreatedAt = clock.GetUtcNow().UtcDateTime,
        };
        var outcome = await people.CreateAsync(person);
        return outcome.Succeeded ? person : throw new InvalidOperationException(outcome.ToString());
    }
}
