using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Browse.Columns;
using RussiaChinaAnalysis.Corpus.Browse.Filters;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse.Themes;

/// <summary>What bears on each theme, in the whole corpus or in some passages of it.</summary>
internal static class ThemeCounter
{
    public static async Task<List<ThemeCount>> CountAsync(
        CorpusContext context, ThemeIndex themes, IQueryable<Passage> passages, CancellationToken cancellation)
    {
        var tags = context.PassageThemes.Where(tag => tag.Status != Status.Rejected);
        var own = await passages
            .Join(tags, passage => passage.Id, tag => tag.PassageId, (passage, tag) => new { tag.ThemeId, passage.Role, passage.DocumentId })
            .GroupBy(row => new { row.ThemeId, row.Role, row.DocumentId })
            .Select(group => new { group.Key.ThemeId, Part = new Tagged(group.Key.Role, group.Key.DocumentId, group.Count()) })
            .ToListAsync(cancellation);
        var parts = own.ToLookup(count => count.ThemeId, count => count.Part);
        var result = new List<ThemeCount>();
        foreach (var theme in themes.Entries)
        {
            var family = themes.WithDescendants(theme.Id);
            // Whoever bears on several of them is one passage all the same.
            var all = family.Count == 1
                ? [.. parts[theme.Id]]
                : await passages
                    .Where(passage => passage.Themes.Any(tag => tag.Status != Status.Rejected && family.Contains(tag.ThemeId)))
                    .GroupBy(passage => new { passage.Role, passage.DocumentId })
                    .Select(group => new Tagged(group.Key.Role, group.Key.DocumentId, group.Count()))
                    .ToListAsync(cancellation);
            result.Add(new(
                theme.Label,
                theme.Definition,
                theme.ParentId is { } parent ? themes[parent].Slug : null,
                parts[theme.Id].Sum(part => part.Count),
                all.Sum(part => part.Count),
                all.Where(part => part.Role == Role.Claim).Sum(part => part.Count),
                all.Where(part => part.Role == Role.Evidence).Sum(part => part.Count),
                all.Select(part => part.DocumentId).Distinct().Count()));
        }

        return result;
    }

    /// <summary>In the whole corpus, in the codebook's order.</summary>
    public static IReadOnlyList<ThemeCount> Count(CorpusColumns columns) => columns.Answer("themes", () => CountAll(columns), themes => themes.Length);

    private static ThemeCount[] CountAll(CorpusColumns columns)
    {
        var withChildren = columns.Facets[Facet.Theme];
        var own = columns.ThemeIndex.Entries.ToDictionary(theme => theme.Id, _ => 0);
        var family = columns.ThemeIndex.Entries.ToDictionary(theme => theme.Id, _ => new int[3]);
        var families = Array.ConvertAll(columns.ThemeSets, columns.ThemeIndex.WithAncestors);
        var isClaim = Array.ConvertAll(columns.Labels, labels => labels.Role == Role.Claim);
        var isEvidence = Array.ConvertAll(columns.Labels, labels => labels.Role == Role.Evidence);
        foreach (var document in columns.Documents)
        {
            var met = new HashSet<int>();
            for (var place = 0; place < document.Passages.Length; place++)
            {
                foreach (var theme in columns.ThemeSets[document.Themes[place]])
                    own[theme]++;
                foreach (var theme in families[document.Themes[place]])
                {
                    var counts = family[theme];
                    counts[0] += isClaim[document.Labels[place]] ? 1 : 0;
                    counts[1] += isEvidence[document.Labels[place]] ? 1 : 0;
                    counts[2] += met.Add(theme) ? 1 : 0;
                }
            }
        }

        return [.. columns.ThemeIndex.Entries.Select((theme, place) => new ThemeCount(
            theme.Label,
            theme.Definition,
            theme.ParentId is { } parent ? columns.ThemeIndex[parent].Slug : null,
            own[theme.Id],
            withChildren[place].Count,
            family[theme.Id][0],
            family[theme.Id][1],
            family[theme.Id][2]))];
    }

    /// <summary>Passages of one document in one role.</summary>
    private sealed record Tagged(Role Role, int DocumentId, int Count);
}
