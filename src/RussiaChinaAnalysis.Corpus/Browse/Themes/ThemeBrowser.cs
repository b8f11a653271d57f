using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Browse.Columns;

namespace RussiaChinaAnalysis.Corpus.Browse.Themes;

/// <summary>Answers about the codebook. Safe to use from several threads.</summary>
public sealed class ThemeBrowser(ColumnStore store)
{
    /// <summary>How many documents a theme's page names, those with most passages first.</summary>
    private const int DocumentsNamed = 100;

    /// <summary>In the codebook's order, retired themes among them.</summary>
    public async Task<IReadOnlyList<ThemeCount>> ListAsync(CancellationToken cancellation)
    {
        await using var snapshot = await store.OpenAsync(cancellation);
        return ThemeCounter.Count(snapshot.Columns);
    }

    /// <summary>Null when there is no such theme.</summary>
    public async Task<ThemeView?> FindAsync(string slug, CancellationToken cancellation)
    {
        await using var snapshot = await store.OpenAsync(cancellation);
        var (context, columns) = (snapshot.Context, snapshot.Columns);
        var themes = columns.ThemeIndex;
        if (themes.Find(slug) is not { } theme)
            return null;
        var counts = ThemeCounter.Count(columns).ToDictionary(count => count.Theme.Slug, StringComparer.Ordinal);
        var cueTerms = await context.Themes.Where(row => row.Id == theme.Id).SelectMany(row => row.CueTerms)
            .OrderByDescending(term => term.Weight).ThenBy(term => term.TextKey)
            .Select(term => new ThemeCueTerm(term.Text, term.Weight)).ToListAsync(cancellation);
        var family = themes.WithDescendants(theme.Id);
        return new(
            counts[slug],
            [.. themes.ChildrenOf(theme).Select(child => counts[child.Slug])],
            cueTerms,
            columns.Answer(("theme", theme.Id), () => Documents(columns, [.. family]), documents => documents.Length));
    }

    /// <summary>Those with most passages on one of the themes.</summary>
    private static ThemeDocument[] Documents(CorpusColumns columns, HashSet<int> themes)
    {
        var isMeant = Array.ConvertAll(columns.ThemeSets, set => set.Any(themes.Contains));
        var isClaim = Array.ConvertAll(columns.Labels, labels => labels.Role == Role.Claim);
        var isEvidence = Array.ConvertAll(columns.Labels, labels => labels.Role == Role.Evidence);
        return [.. columns.Documents
            .Select(document =>
            {
                var (count, claims, evidence) = (0, 0, 0);
                for (var place = 0; place < document.Passages.Length; place++)
                {
                    if (!isMeant[document.Themes[place]])
                        continue;
                    count++;
                    claims += isClaim[document.Labels[place]] ? 1 : 0;
                    evidence += isEvidence[document.Labels[place]] ? 1 : 0;
                }

                return new ThemeDocument(document.Id, document.Title, document.Author, count, claims, evidence);
            })
            .Where(document => document.Count > 0)
            .OrderByDescending(document => document.Count).ThenBy(document => document.DocumentId)
            .Take(DocumentsNamed)];
    }
}
