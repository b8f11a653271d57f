using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Corpus.Browse.Columns;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>What bears on each theme, in the whole corpus or in some passages of it.</summary>
internal static class ThemeCounter
{
    public static async Task<List<ThemeCount>> CountAsync(
        CorpusContext context, ThemeIndex themes, IQueryable<Passage> passages, CancellationToken cancellation)
    {
        var tags = context.PassageThemes.Where(tag => tag.Status != Status.Rejected);
        var counts = await passages
            .Join(tags, passage => passage.Id, tag => tag.PassageId, (passage, tag) => new { tag.ThemeId, passage.Role, passage.DocumentId })
            .GroupBy(row => row.ThemeId)
            .Select(group => new
            {
                Id = group.Key,
                Count = group.Count(),
                Claims = group.Count(row => row.Role == Role.Claim),
                Evidence = group.Count(row => row.Role == Role.Evidence),
                Documents = group.Select(row => row.DocumentId).Distinct().Count(),
            })
            .ToDictionaryAsync(count => count.Id, cancellation);
        var result = new List<ThemeCount>();
        foreach (var theme in themes.Entries)
        {
            var own = counts.GetValueOrDefault(theme.Id);
            var family = themes.WithDescendants(theme.Id);
            var withChildren = family.Count == 1
                ? own?.Count ?? 0
                : await passages.CountAsync(
                    passage => passage.Themes.Any(tag => tag.Status != Status.Rejected && family.Contains(tag.ThemeId)), cancellation);
            result.Add(new(
                theme.Label,
                theme.Definition,
                theme.ParentId is { } parent ? themes[parent].Slug : null,
                own?.Count ?? 0,
                withChildren,
                own?.Claims ?? 0,
                own?.Evidence ?? 0,
                own?.Documents ?? 0));
        }

        return result;
    }

    /// <summary>In the whole corpus, in the codebook's order.</summary>
    public static IReadOnlyList<ThemeCount> Count(CorpusColumns columns) => columns.Answer("themes", () => CountAll(columns), themes => themes.Length);

    private static ThemeCount[] CountAll(CorpusColumns columns)
    {
        var withChildren = columns.Facets[Facet.Theme];
        var own = columns.ThemeIndex.Entries.ToDictionary(theme => theme.Id, _ => new int[4]);
        var isClaim = Array.ConvertAll(columns.Labels, labels => labels.Role == Role.Claim);
        var isEvidence = Array.ConvertAll(columns.Labels, labels => labels.Role == Role.Evidence);
        foreach (var document in columns.Documents)
        {
            var met = new HashSet<int>();
            for (var place = 0; place < document.Passages.Length; place++)
            {
                foreach (var theme in columns.ThemeSets[document.Themes[place]])
                {
                    var counts = own[theme];
                    counts[0]++;
                    counts[1] += isClaim[document.Labels[place]] ? 1 : 0;
                    counts[2] += isEvidence[document.Labels[place]] ? 1 : 0;
                    counts[3] += met.Add(theme) ? 1 : 0;
                }
            }
        }

        return [.. columns.ThemeIndex.Entries.Select((theme, place) => new ThemeCount(
            theme.Label,
            theme.Definition,
            theme.ParentId is { } parent ? columns.ThemeIndex[parent].Slug : null,
            own[theme.Id][0],
            withChildren[place].Count,
            own[theme.Id][1],
            own[theme.Id][2],
            own[theme.Id][3]))];
    }
}
