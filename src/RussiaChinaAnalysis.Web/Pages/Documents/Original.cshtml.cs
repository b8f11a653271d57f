using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using Microsoft.Net.Http.Headers;
using RussiaChinaAnalysis.Corpus.Browse.Documents;

namespace RussiaChinaAnalysis.Web.Pages.Documents;

/// <summary>The file as it was imported, byte by byte. It is kept, never shown: browsers are told to save it.</summary>
public sealed class OriginalModel(DocumentBrowser documents) : PageModel
{
    /// <summary>A version of the document; the current one when nothing is said.</summary>
    [BindProperty(SupportsGet = true)]
    public string? Version { get; set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        int? number = null;
        if (!string.IsNullOrEmpty(Version))
        {
            if (!int.TryParse(Version, NumberStyles.None, CultureInfo.InvariantCulture, out var given))
                return NotFound();
            number = given;
        }

        return await documents.FindOriginalAsync(id, number, cancellation) is { } original
            ? new FileContentResult(original.Content, original.MediaType)
            {
                FileDownloadName = original.Source,
                EntityTag = new EntityTagHeaderValue($"\"{original.ContentHash}\""),
            }
            : NotFound();
    }
}
