using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Web.Data;

namespace RussiaChinaAnalysis.Web.Pages.Reports;

public sealed class IndexModel(ReportStore reports) : PageModel, IDataPage
{
    public IReadOnlyList<ReportLine> Reports { get; private set; } = [];

    public object Answer => new { Reports };

    public ITable Rows => Table.Of(Reports);

    public async Task OnGetAsync(CancellationToken cancellation) => Reports = await reports.ListAsync(cancellation);
}
