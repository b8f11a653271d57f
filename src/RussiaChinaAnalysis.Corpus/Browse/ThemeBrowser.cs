using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>Answers about the codebook. Safe to use from several threads.</summary>
public sealed class ThemeBrowser(IDbContextFactory<CorpusContext> contexts)
{
    /// <summary>How many documents a theme's page names, those with most passages first.</summary>
    private const int DocumentsNamed = 100;

    /// <summary>In the codebook's order, retired themes among them.</summary>
    public async Task<IReadOnlyList<ThemeCount>> ListAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        return await ThemeCounter.CountAsync(
            context, await ThemeIndex.ReadAsync(context, cancellation), context.Passages, cancellation);
    }

    /// <summary>Null when there is no such theme.</summary>
    public async Task<ThemeView?> FindAsync(string slug, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        await using var snapshot = await context.BeginSnapshotAsync(cancellation);
        var themes = await ThemeIndex.ReadAsync(context, cancellation);
        if (themes.Find(slug) is not { } theme)
            return null;
        var counts = (await ThemeCounter.CountAsync(context, themes, context.Passages, cancellation))
            .ToDictionary(count => count.Theme.Slug, StringComparer.Ordinal);
        var cueTerms = await context.Themes.Where(row => row.Id == theme.Id).SelectMany(row => row.CueTerms)
            .OrderByDescending(term => term.Weight).ThenBy(term => term.TextKey)
            .Select(term => new ThemeCueTerm(term.Text, term.Weight)).ToListAsync(cancellation);
        var family = themes.WithDescendants(theme.Id);
        var documents = await context.Passages
            .Where(passage => passage.Themes.Any(tag => tag.Status != Status.Rejected && family.Contains(tag.ThemeId)))
            .GroupBy(passage => passage.DocumentId)
            .Select(group => new
            {
                Id = group.Key,
                Count = group.Count(),
                Claims = group.Count(passage => passage.Role == Role.Claim),
                Evidence = group.Count(passage => passage.Role == Role.Evidence),
            })
            .OrderByDescending(group => group.Count).ThenBy(group => group.Id)
            .Take(DocumentsNamed)
            .Join(
                context.Documents,
                group => group.Id,
                document => document.Id,
                (group, document) => new ThemeDocument(
                    document.Id, document.Title, document.Author, group.Count, group.Claims, group.Evidence))
            .ToListAsync(cancellation);
        return new(
            counts[slug],
            [.. themes.ChildrenOf(theme).Select(child => counts[child.Slug])],
            cueTerms,
            [.. documents.OrderByDescending(document => document.Count).ThenBy(document => document.DocumentId)]);
    }
}
