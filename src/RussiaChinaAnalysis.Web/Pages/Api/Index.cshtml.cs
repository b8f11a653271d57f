using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.AspNetCore.OpenApi;
using RussiaChinaAnalysis.Web.Api.Description;

namespace RussiaChinaAnalysis.Web.Pages.Api;

/// <summary>What the API answers, written from its own description; each request can be tried where it stands.</summary>
public sealed class IndexModel([FromKeyedServices(ApiDescription.Name)] IOpenApiDocumentProvider description) : PageModel
{
    public IReadOnlyList<IGrouping<string, Operation>> Groups { get; private set; } = [];

    public string Introduction { get; private set; } = "";

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var document = await description.GetOpenApiDocumentAsync(cancellation);
        Introduction = document.Info.Description ?? "";
        Groups = [.. Operation.AllOf(document).GroupBy(one => one.Tag, one => one.Operation)];
    }
}
