using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Codebook;

/// <summary>The themes that passages are tagged with, in the order of their file. Immutable; shared between threads.</summary>
public sealed class ThemeCodebook
{
    /// <exception cref="ArgumentException">
    /// Slugs repeat, a parent is missing or the parents form a cycle. <see cref="CodebookYaml"/> reports these as outcomes.
    /// </exception>
    public ThemeCodebook(ImmutableArray<Theme> themes)
    {
        Themes = themes;
        var parents = themes.ToDictionary(theme => theme.Slug, theme => theme.Parent, StringComparer.Ordinal);
        if (themes.FirstOrDefault(theme => theme.Parent is not null && !parents.ContainsKey(theme.Parent)) is { } orphan)
            throw new ArgumentException($"The theme “{orphan.Slug}” has the unknown parent “{orphan.Parent}”.", nameof(themes));
        if (ThemeCycles.FindCycles(parents).Select(cycle => cycle[0]).FirstOrDefault() is { } slug)
            throw new ArgumentException($"The theme “{slug}” is its own ancestor.", nameof(themes));
    }

    public static ThemeCodebook Empty { get; } = new([]);

    public ImmutableArray<Theme> Themes { get; }
}
