using Microsoft.AspNetCore.DataProtection;

namespace RussiaChinaAnalysis.Web.Hosting;

internal static class Protection
{
    /// <summary>Every form is tied to its page; the keys for that survive a restart.</summary>
    public static void AddProtection(this WebApplicationBuilder builder)
    {
        builder.Services.AddDataProtection()
            .SetApplicationName("RussiaChinaAnalysis")
            .PersistKeysToFileSystem(new DirectoryInfo(builder.Settings().Folders.Keys));
        builder.Services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "rca-form";
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }
}
