using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc.ApplicationModels;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>
/// Who gets to which pages. A page whose forms require more than the page says so itself, with
/// <see cref="WritingRequiresAttribute"/>; endpoints that are no pages say it where they are mapped.
/// </summary>
internal static class Access
{
    public static void AddAccess(this PageConventionCollection pages)
    {
        pages.AuthorizeFolder("/", Policies.Read);
        pages.AuthorizeFolder("/Import", Policies.Edit);
        pages.AuthorizeFolder("/Documents/Unplaced", Policies.Edit);
        pages.AuthorizeFolder("/People", Policies.Administer);
        pages.AuthorizePage("/Reports/Edit", Policies.Review);
        pages.AuthorizeFolder("/Edit", Policies.Edit);
        pages.AuthorizePage("/Edit/Themes", Policies.Administer);
        pages.AuthorizePage("/Themes/Edit", Policies.Administer);
        pages.AuthorizePage("/Themes/Import", Policies.Administer);
        pages.AuthorizePage("/History/Index", Policies.Administer);
        pages.AuthorizePage("/Account/Welcome", Policies.Session);
        pages.AuthorizePage("/Account/Profile", Policies.Session);

        // Where an account begins, and where a failure is explained.
        pages.AllowAnonymousToPage("/Account/SignIn");
        pages.AllowAnonymousToPage("/Account/SignOut");
        pages.AllowAnonymousToPage("/Account/Start");
        pages.AllowAnonymousToPage("/Account/Invitation");
        pages.AllowAnonymousToPage("/Account/NewPassword");
        pages.AllowAnonymousToFolder("/Errors");
    }

    public static void AddPolicies(this AuthorizationBuilder authorization, VisitorRights visitors)
    {
        // Whatever states no requirement is shut to all but those who may do everything.
        authorization.SetFallbackPolicy(Policy(new NothingStated()));
        authorization.AddPolicy(Policies.Read, Policy(new RoleRequirement(Policies.Roles[Policies.SignedIn], visitors.MayRead)));
        authorization.AddPolicy(Policies.Session, Policy(new RoleRequirement(Policies.Roles[Policies.SignedIn]), IdentityConstants.ApplicationScheme));
        foreach (var (name, role) in Policies.Roles)
            authorization.AddPolicy(name, Policy(new RoleRequirement(role)));
    }

    /// <param name="schemes">How whoever asks must prove who they are; any way will do when there is none.</param>
    private static AuthorizationPolicy Policy(IAuthorizationRequirement requirement, params string[] schemes) =>
        new AuthorizationPolicyBuilder(schemes).AddRequirements(requirement).Build();
}
