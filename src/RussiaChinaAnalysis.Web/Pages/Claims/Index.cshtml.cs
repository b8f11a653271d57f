using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Browse;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Data;

namespace RussiaChinaAnalysis.Web.Pages.Claims;

public sealed class IndexModel(PassageBrowser passages) : PageModel, IDataPage
{
    private const int PageSize = 25;

    public static IReadOnlyList<(PassageSort Sort, string Name)> Sorts { get; } =
    [
        (PassageSort.Relevance, "Best match"),
        (PassageSort.Document, "Document"),
        (PassageSort.Newest, "Newest"),
        (PassageSort.Confidence, "Surest"),
        (PassageSort.Doubtful, "Most doubtful"),
    ];

    [BindProperty(SupportsGet = true)]
    public string? Sort { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? After { get; set; }

    [BindProperty(SupportsGet = true)]
    public string? Before { get; set; }

    public ClaimsAddress Address { get; private set; } = new(PassageFilter.Everything);

    public PassagePage Found { get; private set; } = null!;

    public IReadOnlyList<string> Problems { get; private set; } = [];

    public IReadOnlyList<string> FilterProblems => Problems;

    /// <summary>Best match first where something is searched for and no other order is asked for.</summary>
    public PassageSort EffectiveSort => Address.Sort
        ?? (Address.Filter.Search is null ? PassageSort.Document : PassageSort.Relevance);

    public object Answer => new { Found.Description, Found.Total, Sort = EffectiveSort, Problems, Found.Notice, Found.Next, Found.Previous, Found.Facets, Passages = Found.Rows };

    public ITable Rows => Table.Of(passages.StreamAsync(Address.Filter, EffectiveSort, HttpContext.RequestAborted).Select(PassageLine.Of));

    public async Task OnGetAsync(CancellationToken cancellation)
    {
        var problems = new List<string>();
        var query = Request.Query.Filter();
        problems.AddRange(query.Problems);
        var sort = ReadSort(problems);
        if (After is not null && Before is not null)
        {
            problems.Add("A list can be continued in one direction only; “before” was left out.");
            Before = null;
        }

        Address = new ClaimsAddress(query.Filter, sort, After, Before);
        Found = await passages.ListAsync(
            new PassageQuery(Address.Filter, EffectiveSort, Address.After, Address.Before, PageSize) { TurnsBack = DataForms.Asked(Request) == DataForm.Page }, cancellation);
        Address = Address with { Filter = Found.Filter };
        Problems = [.. problems, .. Found.Problems];
    }

    public bool MayEdit => User.May(PersonRole.Editor);

    /// <summary>The filter for the form that decides about all of them.</summary>
    public string FilterText => QueryString.Create(PassageFilterQuery.Format(Address.Filter).Select(pair => KeyValuePair.Create(pair.Key, (string?)pair.Value))).ToString();

    /// <summary>What an own chip lets go of: each choice, in the order of the facets.</summary>
    public IEnumerable<(FacetChoice Choice, string Label)> Chips() =>
        from choice in Address.Filter.Choices
        let value = Found.Facets.FirstOrDefault(facet => facet.Facet == choice.Facet)?.Values.FirstOrDefault(value => value.Value == choice.Value)
        select (choice, value?.Label ?? choice.Value);

    /// <summary>Without those that offer no choice, because all passages found share one value.</summary>
    public IEnumerable<FacetCounts> UsefulFacets() => Found.Facets.Where(facet =>
        facet.Values.Count > 1 || facet.Values.Any(value => value.State != FacetState.Open || value.Count < Found.Total));

    private PassageSort? ReadSort(List<string> problems)
    {
        if (string.IsNullOrWhiteSpace(Sort))
            return null;
        foreach (var sort in Enum.GetValues<PassageSort>())
        {
            if (string.Equals(FacetWords.Key(sort), Sort, StringComparison.OrdinalIgnoreCase))
                return sort;
        }

        problems.Add($"There is no order “{Sort}”; the usual one was taken. Possible values: {string.Join(", ", Enum.GetValues<PassageSort>().Select(FacetWords.Key))}.");
        return null;
    }
}
