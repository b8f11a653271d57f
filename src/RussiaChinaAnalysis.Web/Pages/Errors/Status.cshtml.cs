using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;

namespace RussiaChinaAnalysis.Web.Pages.Errors;

/// <summary>What a person sees in place of a page that cannot be shown.</summary>
[IgnoreAntiforgeryToken]
[ResponseCache(NoStore = true)]
public sealed class StatusModel : PageModel
{
    public string Title { get; private set; } = "";

    public string Explanation { get; private set; } = "";

    public IActionResult OnGet() => Explain();

    /// <summary>The failed request is run again as an error page with its own method.</summary>
    public IActionResult OnPost() => Explain();

    private IActionResult Explain()
    {
        // Read by hand, because nothing is bound when the form of the failed request cannot be read.
        var code = int.Parse((string)RouteData.Values["code"]!, CultureInfo.InvariantCulture);
        if (code is < 400 or > 599)
            return NotFound();

        (Title, Explanation) = code switch
        {
            400 => ("That address cannot be read", "Something in the address or the form is not what this page takes. Go back and try again, or start from one of the pages below."),
            403 => ("That is not yours to do", "Your account does not reach so far. Whoever administers this corpus can give you another role."),
            404 => ("Nothing is kept at this address", "The document or passage may belong to another corpus, or the address was copied in part. Search for a few of its words instead."),
            405 => ("This page does not take that", "The address exists, but it answers other kinds of request."),
            413 => ("That is too large", "What was sent is larger than this site takes. Import fewer or smaller files at a time."),
            429 => ("Too many attempts", "Wait a minute, then try again."),
            503 => ("That took too long", "The request was given up so that others are answered. Try again, or ask for less at once."),
            >= 500 => ("Something went wrong here", "The fault is the program's, not yours, and it was written to the log. Nothing that was stored is lost."),
            _ => ("That did not work", $"The server answered with status {code}."),
        };
        Response.StatusCode = code;
        return Page();
    }
}
