using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Codebook;

internal static class ThemeCycles
{
    /// <summary>Each cycle once, as the slugs on it in the order child, parent, grandparent …; parents that are not keys are ignored.</summary>
    public static IEnumerable<ImmutableArray<string>> FindCycles(IReadOnlyDictionary<string, string?> parentOf)
    {
        var finished = new HashSet<string>(StringComparer.Ordinal);
        foreach (var start in parentOf.Keys)
        {
            var path = new List<string>();
            var onPath = new HashSet<string>(StringComparer.Ordinal);
            string? slug = start;
            while (slug is not null && parentOf.ContainsKey(slug) && !finished.Contains(slug) && onPath.Add(slug))
            {
                path.Add(slug);
                slug = parentOf[slug];
            }

            if (slug is not null && onPath.Contains(slug))
                yield return [.. path[path.IndexOf(slug)..]];

            finished.UnionWith(path);
        }
    }
}
