using System.Text;
using System.Xml;
using System.Xml.Linq;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Interchange.Refi;

/// <summary>The codes of a codebook, or of a project's codebook, as themes. Themes that are there already stay as they are.</summary>
internal sealed class RefiCodebookReader(CorpusContext context, ImportLog log)
{
    private const int MostCodes = 5_000;
    private const int Deepest = 50;
    private const string DefaultColour = "#7a7a7a";

    private HashSet<string> slugs = [];
    private Dictionary<string, Theme> byName = [];
    private int position;
    private int codes;

    /// <exception cref="MalformedDataException">It is no codebook.</exception>
    public async Task ReadAsync(Stream content, CancellationToken cancellation)
    {
        var root = Load(content);
        var list = root.DescendantsAndSelf().FirstOrDefault(element => element.Name.LocalName == "CodeBook")
            ?.Elements().FirstOrDefault(element => element.Name.LocalName == "Codes")
            ?? throw new MalformedDataException("holds no list of codes; export it as a REFI-QDA codebook.");
        var themes = await context.Themes.ToListAsync(cancellation);
        slugs = themes.Select(theme => theme.Slug).ToHashSet(StringComparer.Ordinal);
        byName = themes.ToDictionary(theme => theme.NameKey);
        position = themes.Select(theme => theme.Position + 1).DefaultIfEmpty(0).Max();
        foreach (var code in CodesOf(list))
            Add(code, parent: null, depth: 1);
        await context.SaveChangesAsync(cancellation);
    }

    private static XElement Load(Stream content)
    {
        try
        {
            using var reader = XmlReader.Create(content, RefiNames.Reading);
            return XElement.Load(reader);
        }
        catch (XmlException broken)
        {
            throw new MalformedDataException($"is no XML that can be read (line {broken.LineNumber}); export it anew.");
        }
    }

    private void Add(XElement code, Theme? parent, int depth)
    {
        if (++codes > MostCodes || depth > Deepest)
            throw new MalformedDataException($"has more than {MostCodes} codes, or codes nested more than {Deepest} deep; divide it.");
        var name = code.Attribute("name")?.Value.Trim();
        if (string.IsNullOrEmpty(name) || name.Length > 200)
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
                Slug = FreeSlug(name),
                Name = name,
                Definition = code.Elements().FirstOrDefault(element => element.Name.LocalName == "Description")?.Value.Trim() ?? "",
                Colour = Colour(code.Attribute("color")?.Value),
                Position = position++,
                Parent = parent,
            };
            byName.Add(theme.NameKey, theme);
            context.Themes.Add(theme);
            log.Add(ImportState.Imported, "theme", "themes", $": “{name}”");
        }

        foreach (var child in CodesOf(code))
            Add(child, theme, depth + 1);
    }

    private static IEnumerable<XElement> CodesOf(XElement parent) => parent.Elements().Where(element => element.Name.LocalName == "Code");

    /// <summary>Slugs stand in addresses, so they keep to ASCII.</summary>
    private string FreeSlug(string name)
    {
        var ascii = new StringBuilder();
        foreach (var character in name.Normalize(NormalizationForm.FormD).ToLowerInvariant())
        {
            if (char.IsAsciiLetterOrDigit(character))
                ascii.Append(character);
            else if (character is ' ' or '-' or '_' or '/' && ascii.Length > 0 && ascii[^1] != '-')
                ascii.Append('-');
        }

        var slug = ascii.ToString().Trim('-') is { Length: > 0 } words ? words[..Math.Min(words.Length, 60)].Trim('-') : "theme";
        var free = slug;
        for (var number = 2; !slugs.Add(free); number++)
            free = FormattableString.Invariant($"{slug}-{number}");
        return free;
    }

    private static string Colour(string? colour) =>
        colour is ['#', .. { Length: 6 } digits] && digits.All(char.IsAsciiHexDigit) ? colour.ToLowerInvariant() : DefaultColour;
}
