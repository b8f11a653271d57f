using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Web.Tests.Support;

/// <summary>People made behind the site's back, who then come in by its own sign-in page.</summary>
public static class SignIns
{
    public const string Password = "correct horse battery";

    private const string TokenField = "name=\"__RequestVerificationToken\" type=\"hidden\" value=\"";

    /// <summary>What the person of this role signs in with.</summary>
    public static string NameOf(PersonRole role) => $"the-{role.ToString().ToLowerInvariant()}";

    /// <summary>Makes the one person of each role that tests sign in as, unless it is there.</summary>
    public static async Task AddAsync(IServiceProvider services, PersonRole role)
    {
        await using var scope = services.CreateAsyncScope();
        var people = scope.ServiceProvider.GetRequiredService<UserManager<Person>>();
        if (await people.FindByNameAsync(NameOf(role)) is not null)
            return;
        var outcome = await people.CreateAsync(
            new Person { UserName = NameOf(role), DisplayName = $"The {role}", Role = role, CreatedAt = DateTime.UtcNow }, Password);
        Assert.True(outcome.Succeeded, outcome.ToString());
    }

    /// <summary>The client's later requests are the person's.</summary>
    public static async Task SignInAsync(this HttpClient client, PersonRole role, CancellationToken cancellation)
    {
        using var form = new FormUrlEncodedContent(
        [
            new("Name", NameOf(role)),
            new("Password", Password),
            new("Back", "/shortcuts"),
            new("__RequestVerificationToken", await client.FormTokenAsync("/sign-in", cancellation)),
        ]);
        using var answer = await client.PostAsync("/sign-in", form, cancellation);
        Assert.Equal("/shortcuts", answer.Headers.Location?.ToString() ?? answer.RequestMessage!.RequestUri!.AbsolutePath);
    }

    /// <summary>The antiforgery token of the forms on a page.</summary>
    public static async Task<string> FormTokenAsync(this HttpClient client, string page, CancellationToken cancellation)
    {
        var html = await client.GetStringAsync(page, cancellation);
        var start = html.IndexOf(TokenField, StringComparison.Ordinal);
        Assert.True(start >= 0, $"There is no form on {page}.");
        start += TokenField.Length;
        return html[start..html.IndexOf('"', start)];
    }
}
