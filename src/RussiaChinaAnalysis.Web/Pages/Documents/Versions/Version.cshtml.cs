using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Revise;
using RussiaChinaAnalysis.Web.Text;

namespace RussiaChinaAnalysis.Web.Pages.Documents.Versions;

/// <summary>A version as it was, and what it changed.</summary>
public sealed class VersionModel(RevisionBrowser revisions) : PageModel
{
    public VersionView Version { get; private set; } = null!;

    public async Task<IActionResult> OnGetAsync(int id, int number, CancellationToken cancellation)
    {
        if (await revisions.FindAsync(id, number, cancellation) is not { } version)
            return NotFound();
        Version = version;
        return Page();
    }

    public IReadOnlyList<TextSegment<PassageChange>> Pieces(Block block) => TextSegments.Cut(
        Version.Text,
        block.Span,
        [.. Version.Marks.Where(mark => mark.Before!.Value.Overlaps(block.Span))],
        mark => mark.Before!.Value);
}
