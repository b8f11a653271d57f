using System.Globalization;
using Microsoft.AspNetCore.Identity;

namespace RussiaChinaAnalysis.Corpus.People;

/// <summary>What is wrong with a name or a password, in the product's words.</summary>
internal sealed class AccountProblems : IdentityErrorDescriber
{
    public override IdentityError DuplicateUserName(string userName) =>
        Say(nameof(DuplicateUserName), $"Somebody signs in as “{userName}” already. Choose another name.");

    public override IdentityError InvalidUserName(string? userName) =>
        Say(nameof(InvalidUserName), "The name to sign in with is missing.");

    public override IdentityError PasswordTooShort(int length) =>
        Say(nameof(PasswordTooShort), string.Create(CultureInfo.InvariantCulture, $"The password is too short: it needs {length} characters or more."));

    public override IdentityError PasswordRequiresUniqueChars(int uniqueChars) =>
        Say(nameof(PasswordRequiresUniqueChars), string.Create(CultureInfo.InvariantCulture, $"The password needs {uniqueChars} different characters or more."));

    public override IdentityError PasswordMismatch() => Say(nameof(PasswordMismatch), "The current password is wrong.");

    private static IdentityError Say(string code, string description) => new() { Code = code, Description = description };
}
