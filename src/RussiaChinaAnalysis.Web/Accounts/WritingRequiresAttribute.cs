using Microsoft.AspNetCore.Authorization;
using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Web.Accounts;

/// <summary>
/// For a page that more people may see than may use its forms: beyond what the page requires, every request that is no
/// mere reading requires this role.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class WritingRequiresAttribute(PersonRole role) : Attribute, IAuthorizationRequirementData
{
    public PersonRole Role => role;

    public IEnumerable<IAuthorizationRequirement> GetRequirements() => [new WritingRequirement(role)];
}

internal sealed record WritingRequirement(PersonRole Least) : IAuthorizationRequirement;

internal sealed class WritingHandler : AuthorizationHandler<WritingRequirement>
{
    protected override Task HandleRequirementAsync(AuthorizationHandlerContext context, WritingRequirement requirement)
    {
        if (context.User.May(requirement.Least) || (context.Resource is HttpContext http && OwnOrigin.IsReading(http.Request.Method)))
            context.Succeed(requirement);
        return Task.CompletedTask;
    }
}
