using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>What a page or an endpoint can require. Each is met by whoever meets the ones below it.</summary>
public static class Policies
{
    /// <summary>A reader; visitors too where the settings let them read.</summary>
    public const string Read = nameof(Read);

    /// <summary>Anybody with an account.</summary>
    public const string SignedIn = nameof(SignedIn);

    /// <summary>
    /// Anybody who signed in, and no token: what is done here to the own account would outlast the token and go beyond
    /// its scope.
    /// </summary>
    public const string Session = nameof(Session);

    public const string Edit = nameof(Edit);

    public const string Review = nameof(Review);

    public const string Administer = nameof(Administer);

    /// <summary>The least role for each policy that takes one.</summary>
    internal static IReadOnlyDictionary<string, PersonRole> Roles { get; } = new Dictionary<string, PersonRole>
    {
        [SignedIn] = PersonRole.Reader,
        [Edit] = PersonRole.Editor,
        [Review] = PersonRole.Reviewer,
        [Administer] = PersonRole.Administrator,
    };
}
