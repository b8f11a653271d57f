namespace RussiaChinaAnalysis.Web.Hosting;

internal static class BuilderSettings
{
    /// <summary>The settings that the builder was created with, for use while the application is put together.</summary>
    public static Settings Settings(this IHostApplicationBuilder builder) =>
        (Settings)builder.Services.Single(service => service.ServiceType == typeof(Settings)).ImplementationInstance!;
}
