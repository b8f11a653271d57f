namespace RussiaChinaAnalysis.Web.Hosting;

internal static class SiteBuilder
{
    /// <summary>
    /// A builder that knows its settings. They come, the later before the earlier, from appsettings.json, from the
    /// environment (<c>Limits__FileMegabytes</c>) and from the command line (<c>--Limits:FileMegabytes=5</c>).
    /// </summary>
    /// <exception cref="UserMistakeException">Names every setting that is wrong.</exception>
    public static WebApplicationBuilder Create(string[] settingArguments, string? urls)
    {
        var builder = Configuration.Load(() => WebApplication.CreateBuilder(new WebApplicationOptions
        {
            Args = settingArguments,
            // appsettings.json and the assets lie beside the program, wherever it was started from.
            ContentRootPath = AppContext.BaseDirectory,
        }));
        builder.WebHost.UseStaticWebAssets();
        if (urls is not null)
            builder.Configuration["urls"] = urls;
        builder.Services.AddSingleton(Settings.Read(builder.Configuration));
        return builder;
    }
}
