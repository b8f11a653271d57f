using System.Globalization;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Arguments.Comparison;
using RussiaChinaAnalysis.Corpus.Browse.Connections;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Web.Data;
using RussiaChinaAnalysis.Web.Look;

namespace RussiaChinaAnalysis.Web.Pages.Connections;

public sealed class IndexModel(ConnectionBrowser connections) : PageModel, IDataPage
{
    private const int PageSize = 20;

    [BindProperty(SupportsGet = true)]
    public string? Kind { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Theme { get; set; }

    /// <summary>One document, or two.</summary>
    [BindProperty(SupportsGet = true)]
    public string[] Document { get; set; } = [];

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    public ConnectionPage Found { get; private set; } = null!;

    public ConnectionsAddress Address { get; private set; } = new(new ConnectionFilter());

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public IReadOnlyList<string> FilterProblems => Problems;

    public bool IsFiltered => Address.Filter != new ConnectionFilter();

    public object Answer => new { Found.Total, Found.Next, Found.Kinds, Problems, Connections = Found.Rows };

    public ITable Rows => Table.Of(connections.StreamAsync(Address.Filter, HttpContext.RequestAborted).Select(ConnectionLine.Of));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var problems = new List<string>();
        var documents = ReadDocuments(problems);
        var filter = new ConnectionFilter(
            ReadKind(problems),
            string.IsNullOrWhiteSpace(Theme) ? null : Theme,
            documents.Count > 0 ? documents[0] : null,
            documents.Count > 1 ? documents[1] : null);
        Found = await connections.ListAsync(new ConnectionQuery(filter, After, PageSize), cancellation);
        Address = new ConnectionsAddress(Found.Filter);
        Problems = [.. problems, .. Found.Problems];
    }

    private ConnectionKind? ReadKind(List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(Kind))
            return null;
        foreach (var kind in Enum.GetValues<ConnectionKind>())
        {
            if (string.Equals(FacetWords.Key(kind), Kind, StringComparison.OrdinalIgnoreCase))
                return kind;
        }

        problems.Add($"There is no kind of connection “{Kind}”; it was left out. Possible values: {string.Join(", ", Enum.GetValues<ConnectionKind>().Select(FacetWords.Key))}.");
        return null;
    }

    private List<int> ReadDocuments(List<string> problems)
    {
        var ids = new List<int>();
        foreach (var value in Document.Where(value => !string.IsNullOrWhiteSpace(value)))
        {
            if (!int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var id))
                problems.Add($"“{value}” is no document; it was left out.");
            else if (ids.Count == 2)
                problems.Add("A connection has two documents; a third was left out.");
            else
                ids.Add(id);
        }

        return ids;
    }
}
