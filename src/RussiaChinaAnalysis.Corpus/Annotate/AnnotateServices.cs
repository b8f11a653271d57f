using Microsoft.Extensions.DependencyInjection;

namespace RussiaChinaAnalysis.Corpus.Annotate;

internal static class AnnotateServices
{
    /// <summary>The notes that people write.</summary>
    public static void AddAnnotations(this IServiceCollection services)
    {
        services.AddSingleton<NoteEditor>();
        services.AddSingleton<NoteBrowser>();
        services.AddSingleton<AnnotationCatalogue>();
    }
}
