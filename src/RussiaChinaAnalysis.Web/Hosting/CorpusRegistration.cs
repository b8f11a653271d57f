using RussiaChinaAnalysis.Corpus;

namespace RussiaChinaAnalysis.Web.Hosting;

internal static class CorpusRegistration
{
    public static void AddCorpus(this IHostApplicationBuilder builder)
    {
        var settings = builder.Settings();
        builder.Services.AddCorpus(settings.Corpus(settings.Folders.Seeds));
    }
}
