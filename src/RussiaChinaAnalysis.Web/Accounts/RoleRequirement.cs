using Microsoft.AspNetCore.Authorization;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <param name="Visitors">Met without an account too.</param>
internal sealed record RoleRequirement(PersonRole Least, bool Visitors = false) : IAuthorizationRequirement;

internal sealed class RoleHandler : AuthorizationHandler<RoleRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, RoleRequirement requirement)
    {
        if (requirement.Visitors || context.User.May(requirement.Least))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
