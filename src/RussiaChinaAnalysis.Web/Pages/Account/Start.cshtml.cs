using System.Net;
using Microsoft.AspNetCore.Identity;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Accounts;

namespace RussiaChinaAnalysis.Web.Pages.Account;

/// <summary>Where the printed link leads.</summary>
[ResponseCache(NoStore = true)]
public sealed class StartModel(FirstLink link, SignInManager<Person> signing) : PageModel
{
    public string Problem { get; private set; } = "";

    public async Task<IActionResult> OnGetAsync(string? token)
    {
        if (HttpContext.Connection.RemoteIpAddress is { } address && !IPAddress.IsLoopback(address))
            return Explain("The link works on the machine that the program runs on. Open it there, or have an account made there: the command “people invite --role administrator” prints a link that works anywhere.");
        // A browser that looks ahead must not use the link up.
        if (Request.Headers["Sec-Purpose"].ToString().StartsWith("prefetch", StringComparison.Ordinal))
            return StatusCode(StatusCodes.Status503ServiceUnavailable);
        if (await link.UseAsync(token ?? "") is not { } administrator)
            return Explain("The link was used already, or it belongs to an earlier start of the program. When no administrator can sign in, each start prints a new one.");

        await signing.SignInAsync(administrator, isPersistent: true);
        return RedirectToPage("/Account/Welcome");
    }

    private PageResult Explain(string problem)
    {
        Problem = problem;
        Response.StatusCode = StatusCodes.Status403Forbidden;
        return Page();
    }
}
