using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Corpus.Interchange.Archive;

/// <summary>
/// People are in an archive so that what they did stays signed. Their passwords and rights are not: whoever comes in with
/// an archive is locked until an administrator says otherwise.
/// </summary>
internal static class ArchivedPerson
{
    private static readonly string[] Kept =
        [nameof(Person.Id), nameof(Person.UserName), nameof(Person.NormalizedUserName), nameof(Person.DisplayName), nameof(Person.CreatedAt)];

    public static bool IsKept(string property) => Kept.Contains(property);

    public static void Lock(Person person)
    {
        person.Role = PersonRole.Reader;
        person.IsLocked = true;
        person.SecurityStamp = Guid.NewGuid().ToString("N");
    }
}
