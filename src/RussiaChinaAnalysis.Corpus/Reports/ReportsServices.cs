using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Reports.Verify;

namespace RussiaChinaAnalysis.Corpus.Reports;

internal static class ReportsServices
{
    /// <summary>Reports, and the check of their quotations.</summary>
    public static void AddReports(this IServiceCollection services)
    {
        services.AddSingleton<ReportStore>();
        services.AddSingleton<ReportVerifier>();
    }
}
