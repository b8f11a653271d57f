using System.Collections.Frozen;
using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Browse.Themes;

/// <summary>The codebook as browsing needs it: some dozens of themes, read once for each answer.</summary>
internal sealed class ThemeIndex
{
    private readonly FrozenDictionary<int, ThemeEntry> byId;
    private readonly FrozenDictionary<string, ThemeEntry> bySlug;
    private readonly ILookup<int?, ThemeEntry> children;

    private ThemeIndex(List<ThemeEntry> entries)
    {
        Entries = [.. entries];
        byId = entries.ToFrozenDictionary(entry => entry.Id);
        bySlug = entries.ToFrozenDictionary(entry => entry.Slug, StringComparer.Ordinal);
        children = entries.ToLookup(entry => entry.ParentId);
    }

    /// <summary>In the codebook's order.</summary>
    public ImmutableArray<ThemeEntry> Entries { get; }

    public ThemeEntry this[int id] => byId[id];

    public static async Task<ThemeIndex> ReadAsync(CorpusContext context, CancellationToken cancellation) =>
        new(await context.Themes
            .OrderBy(theme => theme.Position).ThenBy(theme => theme.Id)
            .Select(theme => new ThemeEntry(
                theme.Id, theme.Slug, theme.Name, theme.Definition, theme.Colour, theme.ParentId))
            .ToListAsync(cancellation));

    /// <summary>In <see cref="Entries"/>; -1 for a theme that is not there.</summary>
    public int PlaceOf(string slug) => bySlug.TryGetValue(slug, out var entry) ? Entries.IndexOf(entry) : -1;

    public ThemeEntry? Find(string slug) => bySlug.GetValueOrDefault(slug);

    public IEnumerable<ThemeEntry> ChildrenOf(ThemeEntry theme) => children[theme.Id];

    /// <summary>The theme and every theme below it, each once, whatever the codebook says of parents.</summary>
    public IReadOnlyList<int> WithDescendants(int id)
    {
        var found = new List<int> { id };
        for (var next = 0; next < found.Count; next++)
            found.AddRange(children[found[next]].Select(child => child.Id).Where(child => !found.Contains(child)));
        return found;
    }

    /// <summary>The themes and every theme above one of them, each once.</summary>
    public int[] WithAncestors(int[] ids)
    {
        var found = new List<int>(ids);
        for (var next = 0; next < found.Count; next++)
        {
            if (byId.GetValueOrDefault(found[next])?.ParentId is { } parent && !found.Contains(parent))
                found.Add(parent);
        }

        return [.. found];
    }
}

internal sealed record ThemeEntry(int Id, string Slug, string Name, string Definition, string Colour, int? ParentId)
{
    public ThemeLabel Label => new(Slug, Name, Colour);
}
