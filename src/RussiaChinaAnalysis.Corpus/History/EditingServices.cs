using Microsoft.Extensions.DependencyInjection;
using RussiaChinaAnalysis.Corpus.Annotate;
using RussiaChinaAnalysis.Corpus.Codebook;
using RussiaChinaAnalysis.Corpus.Review;

namespace RussiaChinaAnalysis.Corpus.History;

internal static class EditingServices
{
    /// <summary>What people change, and the record of it.</summary>
    public static void AddEditing(this IServiceCollection services)
    {
        services.AddSingleton<ChangeFeed>();
        services.AddSingleton<ChangeListener>();
        services.AddSingleton<Journal>();
        services.AddSingleton<Undo>();
        services.AddSingleton<HistoryBrowser>();
        services.AddSingleton<PastDocuments>();

        services.AddSingleton<PassageEditor>();
        services.AddSingleton<RelationEditor>();
        services.AddSingleton<RelationBrowser>();
        services.AddSingleton<ThemeTagger>();
        services.AddSingleton<BulkReview>();
        services.AddSingleton<CodebookEditor>();
        services.AddSingleton<CodebookImport>();

        services.AddSingleton<NoteEditor>();
        services.AddSingleton<NoteBrowser>();
        services.AddSingleton<AnnotationCatalogue>();
    }
}
