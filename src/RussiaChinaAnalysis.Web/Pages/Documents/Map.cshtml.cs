using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Browse.Documents;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Reports.Figures;
using RussiaChinaAnalysis.Web.Look;

namespace RussiaChinaAnalysis.Web.Pages.Documents;

/// <summary>The argument of an essay as a picture and as an outline.</summary>
public sealed class MapModel(DocumentBrowser documents) : PageModel
{
    public DocumentSummary Document { get; private set; } = null!;

    public Drawing Drawing { get; private set; } = null!;

    public IReadOnlyList<MapLine> Outline { get; private set; } = [];

    /// <summary>Claims and evidence that nothing is said to connect with others.</summary>
    public int Alone { get; private set; }

    public async Task<IActionResult> OnGetAsync(int id, CancellationToken cancellation)
    {
        if (await documents.FindAsync(id, cancellation) is not { } document)
            return NotFound();
        Document = document.Summary;
        var connected = document.Relations.SelectMany(relation => new[] { relation.From, relation.To }).ToHashSet();
        var standing = document.Passages.Where(passage => passage.Status != Status.Rejected && passage.Role != Role.Context).ToList();
        MapNode[] nodes = [.. document.Passages
            .Where(passage => passage.Status != Status.Rejected && (connected.Contains(passage.Id) || passage.IsThesis))
            .Select(passage => new MapNode(passage.Id, passage.Name(), passage.Quote, passage.Role, passage.IsThesis, Paths.Passage(passage.Id)))];
        MapEdge[] edges = [.. document.Relations.Select(relation => new MapEdge(relation.From, relation.To, relation.Kind))];
        Drawing = ArgumentMap.Draw($"The argument of “{Document.Title}”", nodes, edges);
        Outline = ArgumentMap.Outline(nodes, edges);
        Alone = standing.Count(passage => !connected.Contains(passage.Id) && !passage.IsThesis);
        return Page();
    }
}
