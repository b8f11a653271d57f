using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>Roles and scopes in words.</summary>
public static class RoleWords
{
    public static string Explain(PersonRole role) => role switch
    {
        PersonRole.Reader => "browses and exports",
        PersonRole.Editor => "also imports, annotates, edits, accepts and rejects",
        PersonRole.Reviewer => "also makes, refreshes and deletes reports",
        PersonRole.Administrator => "also looks after people, codebook, archives and the audit log",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };

    /// <summary>The role as the most that a token allows.</summary>
    public static string Scope(PersonRole role) => role switch
    {
        PersonRole.Reader => "read",
        PersonRole.Editor => "annotate",
        PersonRole.Reviewer => "review",
        PersonRole.Administrator => "administer",
        _ => throw new ArgumentOutOfRangeException(nameof(role)),
    };
}
