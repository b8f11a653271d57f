using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ModelBinding;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>What is wrong in a form, one sentence each.</summary>
internal static class PageProblems
{
    public static IReadOnlyList<string> Sentences(this ModelStateDictionary state) =>
        [.. state.Values.SelectMany(field => field.Errors).Select(error => error.ErrorMessage).Distinct()];

    public static IReadOnlyList<string> Sentences(this IdentityResult outcome) => [.. outcome.Errors.Select(error => error.Description)];
}
