using Microsoft.AspNetCore.Authorization;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>Shuts what states no requirement. Where nothing is mapped there is nothing to shut, and the answer is that nothing is there.</summary>
internal sealed record NothingStated : IAuthorizationRequirement;

internal sealed class NothingStatedHandler : AuthorizationHandler<NothingStated>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, NothingStated requirement)
    {
        if (context.User.May(PersonRole.Administrator) || context.Resource is HttpContext http && http.GetEndpoint() is null)
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
