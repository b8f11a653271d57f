using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Codebook;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Interchange.Refi;

/// <summary>The codes of a codebook, or of a project's codebook, as themes. Themes that are there already stay as they are.</summary>
internal sealed class RefiCodebookReader(CorpusContext context, ImportLog log)
{
    private const string DefaultColour = "#7a7a7a";

    private readonly List<Theme> added = [];
    private HashSet<string> slugs = [];
    private Dictionary<string, Theme> byName = [];
    private int position;

    /// <returns>The themes that the codebook lacks. The context is about to add them; to save and to record that is the caller's.</returns>
    /// <exception cref="MalformedDataException">It is no codebook.</exception>
    public async Task<IReadOnlyList<Theme>> ReadAsync(Stream content, CancellationToken cancellation)
    {
        var list = RefiCodebookFile.Read(content);
        var themes = await context.Themes.ToListAsync(cancellation);
        slugs = themes.Select(theme => theme.Slug).ToHashSet(StringComparer.Ordinal);
        byName = themes.ToDictionary(theme => theme.NameKey);
        position = themes.Select(theme => theme.Position + 1).DefaultIfEmpty(0).Max();
        foreach (var code in list)
            Add(code, parent: null);
        return added;
    }

    private void Add(RefiCode code, Theme? parent)
    {
        var name = code.Name;
        if (name.Length is 0 or > 200)
        {
            log.Add(ImportState.Failed, "code", "codes", reason: "its name is empty or longer than 200 characters");
            return;
        }

        if (byName.TryGetValue(NormalisedKey.Of(name), out var theme))
        {
            log.Add(ImportState.Skipped, "theme", "themes", $": “{name}”", "the codebook has a theme of this name already");
        }
        else
        {
            theme = new Theme
            {
                Slug = ThemeSlug.Of(name, slugs),
                Name = name,
                Definition = code.Definition ?? "",
                Colour = code.Colour ?? DefaultColour,
                Position = position++,
                Parent = parent,
            };
            slugs.Add(theme.Slug);
            byName.Add(theme.NameKey, theme);
            context.Themes.Add(theme);
            added.Add(theme);
            log.Add(ImportState.Imported, "theme", "themes", $": “{name}”");
        }

        foreach (var child in code.Children)
            Add(child, theme);
    }
}
