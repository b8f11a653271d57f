using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.Routing;
using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Web.Tests.Support;

namespace RussiaChinaAnalysis.Web.Tests.Accounts;

/// <summary>Everything that the site answers, as it is mapped; the assets of the client apart, which are public.</summary>
internal static class Endpoints
{
    public static IReadOnlyList<MappedEndpoint> Of(TestSite site) =>
    [
        .. site.Services.GetRequiredService<EndpointDataSource>().Endpoints.OfType<RouteEndpoint>()
            .Where(endpoint => !IsAsset(endpoint))
            .SelectMany(Methods)
            .Distinct()
            .OrderBy(endpoint => endpoint.Path, StringComparer.Ordinal).ThenBy(endpoint => endpoint.Method, StringComparer.Ordinal),
    ];

    private static bool IsAsset(RouteEndpoint endpoint) =>
        endpoint.RoutePattern.RawText is { } path && (path.StartsWith("assets/", StringComparison.Ordinal) || path.StartsWith("/assets/", StringComparison.Ordinal));

    /// <summary>A page answers whatever method it has a handler for; other endpoints say which they answer.</summary>
    private static IEnumerable<MappedEndpoint> Methods(RouteEndpoint endpoint)
    {
        var path = "/" + endpoint.RoutePattern.RawText!.TrimStart('/').Replace(":regex(^(json|csv)$)", string.Empty, StringComparison.Ordinal);
        var methods = endpoint.Metadata.GetMetadata<PageActionDescriptor>() is { } page
            ? PageMethods(page)
            : endpoint.Metadata.GetMetadata<IHttpMethodMetadata>()?.HttpMethods ?? ["GET"];
        return methods.Where(method => method != "HEAD").Select(method => new MappedEndpoint(method, path));
    }

    private static IEnumerable<string> PageMethods(PageActionDescriptor page)
    {
        var model = typeof(Program).Assembly.GetTypes().SingleOrDefault(type => IsModelOf(type, page.RelativePath));
        var handlers = model?.GetMethods().Where(method => method.Name.StartsWith("OnPost", StringComparison.Ordinal)).ToList() ?? [];
        return handlers.Count > 0 ? ["GET", "POST"] : ["GET"];
    }

    /// <summary>A model stands beside its page, under its name.</summary>
    private static bool IsModelOf(Type type, string relativePath) =>
        type.IsSubclassOf(typeof(PageModel))
        && relativePath == $"{type.Namespace!.Replace("RussiaChinaAnalysis.Web", string.Empty, StringComparison.Ordinal).Replace('.', '/')}/{type.Name[..^"Model".Length]}.cshtml";
}

internal sealed record MappedEndpoint(string Method, string Path)
{
    public override string ToString() => $"{Method} {Path}";
}
