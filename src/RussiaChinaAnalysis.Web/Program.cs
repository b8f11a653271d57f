using System.CommandLine;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Api;
using RussiaChinaAnalysis.Web.Commands;
using RussiaChinaAnalysis.Web.Commands.Evaluate;
using RussiaChinaAnalysis.Web.Commands.Extract;
using RussiaChinaAnalysis.Web.Commands.Ingest;
using RussiaChinaAnalysis.Web.Commands.Interchange;
using RussiaChinaAnalysis.Web.Commands.Operations;
using RussiaChinaAnalysis.Web.Commands.People;
using RussiaChinaAnalysis.Web.Commands.Reextract;
using RussiaChinaAnalysis.Web.Commands.Reports;
using RussiaChinaAnalysis.Web.Downloads;
using RussiaChinaAnalysis.Web.Hosting;
using RussiaChinaAnalysis.Web.Pages;
using RussiaChinaAnalysis.Web.WebAnnotations;
using RussiaChinaAnalysis.Web.Workers;

// Each command stands in its own file in Commands/.
return await new RootCommand("Reads opinion essays as arguments: claims, their evidence and their themes.")
    .AddServe(BuildSite)
    .AddIngest()
    .AddExtract()
    .AddReextract()
    .AddEvaluate()
    .AddExport()
    .AddImportData()
    .AddReport()
    .AddVerify()
    .AddBackup()
    .AddMigrateCorpus()
    .AddPeople()
    .RunAsync(args);

static WebApplication BuildSite(WebApplicationBuilder builder)
{
    builder.AddLogs();
    builder.AddLimits();
    builder.AddCorpus();
    builder.AddTelemetry();
    builder.Services.AddHealth();
    builder.Services.AddErrorAnswers();
    builder.AddProtection();
    builder.AddAccounts();
    builder.Services.AddCompression();
    builder.Services.AddConditionalAnswers();
    builder.Services.AddPages();
    builder.Services.AddDownloads();
    builder.Services.AddApi();
    builder.Services.AddWorkers();

    var app = builder.Build();
    app.UseProxy();
    app.UseSecurityHeaders();
    app.UseRequestLog();
    app.UseErrorAnswers();
    app.UseHostFiltering();
    app.UseRouting();
    // Only after routing is it known what may take longer.
    app.UseRequestTimeouts();
    app.UseAccounts();
    app.UseConditionalAnswers();
    app.UseResponseCompression();
    app.UseAntiforgery();
    app.MapHealth();
    app.MapPages();
    app.MapDownloads();
    app.MapApi();
    app.MapAnnotationProtocol();
    return app;
}
