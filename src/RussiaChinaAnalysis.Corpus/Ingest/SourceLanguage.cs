using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Ingest;

/// <summary>
/// In which language a text is labelled. It hangs on that whether it is labelled at all, and people know it better than the
/// words tell it.
/// </summary>
internal static class SourceLanguage
{
    /// <summary>The text in the language that a person states, else in that of the document which it revises, else in its own.</summary>
    /// <param name="revised">The document that gets a new version; null for a document of its own.</param>
    public static async Task<SourceDocument> StateAsync(
        IDbContextFactory<CorpusContext> contexts, SourceDocument document, string? stated, int? revised, CancellationToken cancellation)
    {
        var language = Given(stated);
        if (language is null && revised is { } id)
        {
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            language = Given(await context.Documents.Where(row => row.Id == id).Select(row => row.Language).SingleOrDefaultAsync(cancellation));
        }

        return language is null ? document : document with { Metadata = document.Metadata with { Language = language } };
    }

    private static string? Given(string? language) => string.IsNullOrWhiteSpace(language) ? null : language.Trim();
}
