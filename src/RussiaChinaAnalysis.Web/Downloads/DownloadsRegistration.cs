using RussiaChinaAnalysis.Corpus.Reports;
using RussiaChinaAnalysis.Corpus.Reports.Formats.Pdf;

namespace RussiaChinaAnalysis.Web.Downloads;

/// <summary>Files that are made when somebody asks for them.</summary>
internal static class DownloadsRegistration
{
    /// <summary>What a command needs too.</summary>
    public static IServiceCollection AddReportExport(this IServiceCollection services) => services
        .AddSingleton(new PdfFonts(Path.Combine(AppContext.BaseDirectory, "fonts")))
        .AddSingleton<ReportExport>();

    public static void AddDownloads(this IServiceCollection services) => services.AddReportExport().AddSingleton<MadeFiles>();

    public static void MapDownloads(this WebApplication app)
    {
        app.MapCorpusDownloads();
        app.MapReportDownloads();
        app.MapMadeFiles();
    }
}
