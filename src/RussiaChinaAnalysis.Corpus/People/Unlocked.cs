using Microsoft.AspNetCore.Identity;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.People;

/// <summary>Identity asks before every sign-in whether the account counts: it does unless an administrator has locked it.</summary>
internal sealed class Unlocked : IUserConfirmation<Person>
{
    public Task<bool> IsConfirmedAsync(UserManager<Person> manager, Person user) => Task.FromResult(!user.IsLocked);
}
