using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Api.Description;

namespace RussiaChinaAnalysis.Web.Api;

internal static class PeopleApi
{
    public sealed record Account(int Id, string Name, string SignInName, PersonRole Role, bool Locked, DateTime CreatedAt, DateTime? SignedInAt);

    public static void MapPeople(this RouteGroupBuilder api)
    {
        var people = api.MapGroup("/people").WithTags("People");

        people.MapGet("/me", (HttpContext context) => TypedResults.Ok(context.User.Actor()))
            .RequireAuthorization(Policies.SignedIn)
            .Describes("Whose session or token this is", "With the role that counts here: a token may allow less than its person may.").Gives<Actor>();

        people.MapGet("", async (PeopleDirectory directory, CancellationToken cancellation) =>
                TypedResults.Ok((await directory.ListAsync(cancellation)).Select(person => new Account(
                    person.Id, person.DisplayName, person.UserName!, person.Role, person.IsLocked, person.CreatedAt, person.SignedInAt))))
            .RequireAuthorization(Policies.Administer)
            .Describes("Everybody who has an account").Gives<IEnumerable<Account>>();
    }
}
