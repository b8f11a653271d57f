using System.Text.Unicode;
using Microsoft.Extensions.WebEncoders;
using RussiaChinaAnalysis.Web.Accounts;
using RussiaChinaAnalysis.Web.Data;
using RussiaChinaAnalysis.Web.Edit;
using RussiaChinaAnalysis.Web.Hosting;
using RussiaChinaAnalysis.Web.Look;
using RussiaChinaAnalysis.Web.Pages.Documents;
using RussiaChinaAnalysis.Web.Pages.History;
using RussiaChinaAnalysis.Web.Pages.Import;
using RussiaChinaAnalysis.Web.Pages.Themes;
using RussiaChinaAnalysis.Web.Text;

namespace RussiaChinaAnalysis.Web.Pages;

internal static class PagesRegistration
{
    public static void AddPages(this IServiceCollection services)
    {
        services.AddSingleton<PassageEditingReader>();
        services.AddRazorPages(options =>
        {
            options.Conventions.AddAccess();
            options.Conventions.AddConditions();
            options.Conventions.ConfigureFilter(new DataFilter());
            options.Conventions.AddData("/Index", "overview");
            options.Conventions.AddData("/Claims/Index", "claims");
            options.Conventions.AddData("/Documents/Index", "documents");
            options.Conventions.AddData("/Documents/Document", "documents/{id:int}");
            options.Conventions.AddData("/Passages/Passage", "passages/{id:int}");
            options.Conventions.AddData("/Connections/Index", "connections");
            options.Conventions.AddData("/Themes/Index", "themes");
            options.Conventions.AddData("/Themes/Theme", "themes/{slug}");
            options.Conventions.AddData("/Reports/Index", "reports");
            options.Conventions.AddPageRoute("/Reports/Edit", "reports/{id:int}/edit");
        });
        // After the pages: they begin with conventions of their own and forget what was said before.
        services.AddImportLimits();
        services.AddWrittenText();
        // Essays are written in more than ASCII; only what HTML itself needs is escaped.
        services.Configure<WebEncoderOptions>(encoder => encoder.TextEncoderSettings = new(UnicodeRanges.All));
        services.AddRouting(routing =>
        {
            routing.LowercaseUrls = true;
            routing.LowercaseQueryStrings = false;
        });
    }

    public static void MapPages(this WebApplication app)
    {
        app.UseHashedFontCaching();
        // Assets change with a build only; otherwise a program that was not published would look at each file again,
        // forbid browsers to keep it, and send it uncompressed.
        app.Configuration["ReloadStaticAssetsAtRuntime"] ??= "false";
        app.MapStaticAssets().AllowAnonymous();
        app.MapAppearance();
        app.MapThemeStyles();
        app.MapImportProgress();
        app.MapDocumentEvents();
        app.MapCodebookDownload();
        app.MapAuditDownload();
        app.MapRazorPages().WithStaticAssets();
    }
}
