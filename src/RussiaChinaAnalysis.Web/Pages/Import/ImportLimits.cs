using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.ApplicationModels;
using Microsoft.AspNetCore.Mvc.RazorPages;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Pages.Import;

/// <param name="FileBytes">The largest file.</param>
/// <param name="ImportBytes">The most that is handed in at once.</param>
public sealed record ImportLimits(long FileBytes, long ImportBytes);

internal static class ImportLimitsRegistration
{
    /// <summary>For what surrounds the files in a form.</summary>
    private const int Surroundings = 1024 * 1024;

    /// <summary>
    /// Eight for each file that waits to be confirmed, and several full archives may be handed in at once. They come from
    /// editors, and their bytes are limited too.
    /// </summary>
    private const int MostFields = 200_000;

    /// <summary>
    /// The import takes more than other pages do: many files at once, and afterwards fields for each of them. An archive,
    /// which the exchange takes, is as large as all that was imported, and a report can quote all of it.
    /// </summary>
    public static void AddImportLimits(this IServiceCollection services)
    {
        services.AddSingleton(provider =>
        {
            var limits = provider.GetRequiredService<Settings>().Limits;
            return new ImportLimits(limits.FileBytes, limits.ImportBytes);
        });
        services.AddOptions<RazorPagesOptions>().Configure<Settings>((pages, settings) =>
        {
            var bytes = settings.Limits.ImportBytes + Surroundings;
            pages.Conventions.AddFolderApplicationModelConvention("/Import", page =>
            {
                page.Filters.Add(new RequestSizeLimitAttribute(bytes));
                page.Filters.Add(new RequestFormLimitsAttribute
                {
                    MultipartBodyLengthLimit = bytes,
                    // An essay may be pasted into a field.
                    ValueLengthLimit = (int)Math.Min(settings.Limits.FileBytes, int.MaxValue),
                    ValueCountLimit = MostFields,
                });
            });
            pages.Conventions.AddFolderApplicationModelConvention("/Exchange", TakeOneLargeFile);
            pages.Conventions.AddPageApplicationModelConvention("/Reports/Verify", TakeOneLargeFile);

            void TakeOneLargeFile(PageApplicationModel page)
            {
                page.Filters.Add(new RequestSizeLimitAttribute(bytes));
                page.Filters.Add(new RequestFormLimitsAttribute { MultipartBodyLengthLimit = bytes });
            }
        });
    }
}
