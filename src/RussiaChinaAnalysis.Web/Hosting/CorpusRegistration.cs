using RussiaChinaAnalysis.Corpus;

namespace RussiaChinaAnalysis.Web.Hosting;

internal static class CorpusRegistration
{
    public static void AddCorpus(this IHostApplicationBuilder builder)
    {
        var settings = builder.Settings();
        builder.Services.AddCorpus(new CorpusOptions(
            settings.Folders.Database, settings.Folders.Codebook, settings.Folders.Seeds, settings.Limits.FileBytes));
    }
}
