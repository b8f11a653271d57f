using Microsoft.AspNetCore.DataProtection;
using Microsoft.AspNetCore.DataProtection.KeyManagement;
using Microsoft.Extensions.Options;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Web.Hosting;

internal static class Protection
{
    /// <summary>Every form is tied to its page; the keys for that survive a restart, and all nodes of one database share them.</summary>
    public static void AddProtection(this WebApplicationBuilder builder)
    {
        var protection = builder.Services.AddDataProtection().SetApplicationName("RussiaChinaAnalysis");
        if (builder.Settings().Storage.Provider == StorageProvider.Postgres)
        {
            protection.Services.AddSingleton<IConfigureOptions<KeyManagementOptions>>(services => new ConfigureOptions<KeyManagementOptions>(
                keys => keys.XmlRepository = ActivatorUtilities.CreateInstance<DatabaseKeys>(services)));
        }
        else
        {
            protection.PersistKeysToFileSystem(new DirectoryInfo(builder.Settings().Folders.Keys));
        }

        builder.Services.AddAntiforgery(antiforgery =>
        {
            antiforgery.Cookie.Name = "rca-form";
            antiforgery.Cookie.HttpOnly = true;
            antiforgery.Cookie.SameSite = SameSiteMode.Strict;
            antiforgery.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
    }
}
