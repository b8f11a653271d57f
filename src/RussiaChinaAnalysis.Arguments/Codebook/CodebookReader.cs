using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Codebook;

/// <summary>From the YAML list of themes to themes; goes on after a mistake so that all are reported.</summary>
internal sealed class CodebookReader(Action<YamlPosition, string> report)
{
    private static readonly ImmutableArray<string> Keys = ["slug", "name", "definition", "colour", "parent", "cues"];

    private readonly List<(string Parent, YamlPosition Position)> parents = [];
    private readonly Dictionary<string, YamlPosition> slugs = new(StringComparer.Ordinal);
    private readonly Dictionary<string, string?> parentOf = new(StringComparer.Ordinal);

    public ImmutableArray<Theme> Read(YamlTree.Sequence list)
    {
        if (list.Items.IsEmpty)
            report(list.Position, "The list of themes is empty. Add at least one theme: “- slug: …”.");

        ImmutableArray<Theme> themes = [.. list.Items.Select(ReadTheme).OfType<Theme>()];
        CheckParents();
        return themes;
    }

    private Theme? ReadTheme(YamlTree item, int index)
    {
        if (item is not YamlTree.Mapping mapping)
        {
            report(item.Position, $"Entry {index + 1} of the list of themes is {item.Kind}. Write a theme as “- slug: …” with its other keys below.");
            return null;
        }

        var owner = mapping.Entries
            .Where(entry => entry is { Key: YamlTree.Scalar { Value: "slug" }, Value: YamlTree.Scalar { Value: not "" } })
            .Select(entry => $"the theme “{((YamlTree.Scalar)entry.Value).Value}”")
            .FirstOrDefault($"theme {index + 1}");
        var fields = YamlFields.Of(mapping, owner, Keys, report);

        var slug = ReadSlug(fields);
        var name = fields.Text("name");
        var definition = fields.Text("definition");
        var colour = ReadColour(fields);
        var parent = fields.OptionalText("parent");
        var cues = CueTermReader.Read(fields.OptionalMapping("cues", CueTermReader.Hint), owner, report);

        if (parent is not null)
            parents.Add((parent, fields.PositionOf("parent")));
        if (slug is not null)
            parentOf.TryAdd(slug, parent);

        return slug is null || name is null || definition is null || colour is null
            ? null
            : new Theme(slug, name, definition, colour, parent, cues);
    }

    private string? ReadSlug(YamlFields fields)
    {
        if (fields.Text("slug") is not { } slug)
            return null;

        var position = fields.PositionOf("slug");
        if (slug.Length > 64 || !IsSlug(slug))
        {
            report(position, $"“{slug}” is no slug. Use up to 64 lower-case letters a–z and digits, with single hyphens between words, such as “trade-share”.");
            return slug;
        }

        if (!slugs.TryAdd(slug, position))
        {
            report(position, $"The slug “{slug}” is already used on line {slugs[slug].Line}. Every theme needs a slug of its own.");
            return null;
        }

        return slug;
    }

    private string? ReadColour(YamlFields fields)
    {
        if (fields.Text("colour", " A colour needs quotation marks, because YAML takes # for a comment: \"#1b6ca8\".") is not { } colour)
            return null;

        if (colour.Length == 7 && colour[0] == '#' && colour.AsSpan(1).IndexOfAnyExcept(HexadecimalDigits) < 0)
            return colour.ToLowerInvariant();

        report(fields.PositionOf("colour"), $"“{colour}” is no colour. Write # and six hexadecimal digits in quotation marks, such as \"#1b6ca8\".");
        return null;
    }

    private void CheckParents()
    {
        foreach (var (parent, position) in parents.Where(entry => !parentOf.ContainsKey(entry.Parent)))
            report(position, $"The parent “{parent}” is not the slug of any theme.{NearestName.Hint(parent, parentOf.Keys)} Correct it, add that theme, or leave “parent” out.");

        foreach (var cycle in ThemeCycles.FindCycles(parentOf))
            report(slugs.GetValueOrDefault(cycle[0]), $"The theme “{cycle[0]}” is its own ancestor: {string.Join(" → ", cycle.Append(cycle[0]))}. Give one of them another parent or none.");
    }

    private static readonly System.Buffers.SearchValues<char> HexadecimalDigits =
        System.Buffers.SearchValues.Create("0123456789abcdefABCDEF");

    private static bool IsSlug(string slug) =>
        slug.All(character => char.IsAsciiLetterLower(character) || char.IsAsciiDigit(character) || character == '-')
        && !slug.StartsWith('-') && !slug.EndsWith('-') && !slug.Contains("--", StringComparison.Ordinal);
}
