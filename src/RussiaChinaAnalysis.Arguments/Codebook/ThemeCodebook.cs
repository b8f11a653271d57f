using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;

namespace RussiaChinaAnalysis.Arguments.Codebook;

/// <summary>The themes that passages are tagged with, in the order of their file. Immutable; shared between threads.</summary>
public sealed class ThemeCodebook
{
    private readonly FrozenDictionary<string, Theme> bySlug;
    private readonly FrozenDictionary<string, ImmutableArray<Theme>> childrenOf;

    /// <exception cref="ArgumentException">
    /// Slugs repeat, a parent is missing or the parents form a cycle. <see cref="CodebookYaml"/> reports these as outcomes.
    /// </exception>
    public ThemeCodebook(ImmutableArray<Theme> themes)
    {
        Themes = themes;
        bySlug = themes.ToFrozenDictionary(theme => theme.Slug, StringComparer.Ordinal);
        childrenOf = themes
            .Where(theme => theme.Parent is not null)
            .GroupBy(theme => theme.Parent!, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToImmutableArray(), StringComparer.Ordinal);

        var parents = themes.ToDictionary(theme => theme.Slug, theme => theme.Parent, StringComparer.Ordinal);
        if (themes.FirstOrDefault(theme => theme.Parent is not null && !bySlug.ContainsKey(theme.Parent)) is { } orphan)
            throw new ArgumentException($"The theme “{orphan.Slug}” has the unknown parent “{orphan.Parent}”.", nameof(themes));
        if (ThemeHierarchy.FindCycles(parents).Select(cycle => cycle[0]).FirstOrDefault() is { } slug)
            throw new ArgumentException($"The theme “{slug}” is its own ancestor.", nameof(themes));
    }

    public static ThemeCodebook Empty { get; } = new([]);

    public ImmutableArray<Theme> Themes { get; }

    /// <summary>The themes without a parent, in the order of the file.</summary>
    public IEnumerable<Theme> Roots => Themes.Where(theme => theme.Parent is null);

    public Theme? Find(string slug) => bySlug.GetValueOrDefault(slug);

    public bool TryFind(string slug, [NotNullWhen(true)] out Theme? theme) => bySlug.TryGetValue(slug, out theme);

    /// <summary>The themes directly below; empty for a slug that is unknown or has none.</summary>
    public ImmutableArray<Theme> ChildrenOf(string slug) => childrenOf.GetValueOrDefault(slug, []);

    /// <summary>The broader themes, nearest first, without the theme itself.</summary>
    public IEnumerable<Theme> AncestorsOf(string slug)
    {
        for (var theme = Find(slug); theme?.Parent is { } parent; theme = Find(parent))
            yield return bySlug[parent];
    }

    /// <summary>The theme itself and everything below it, each before its children; empty for an unknown slug.</summary>
    public IEnumerable<Theme> WithDescendants(string slug)
    {
        if (!TryFind(slug, out var start))
            yield break;

        var pending = new Stack<Theme>([start]);
        while (pending.TryPop(out var theme))
        {
            yield return theme;
            foreach (var child in ChildrenOf(theme.Slug).Reverse())
                pending.Push(child);
        }
    }
}
