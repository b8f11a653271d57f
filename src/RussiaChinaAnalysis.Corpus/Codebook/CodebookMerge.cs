using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Codebook;

/// <summary>Brings the entries of a file together with the themes that are there, in memory.</summary>
internal sealed class CodebookMerge(List<Theme> themes)
{
    private const string DefaultColour = "#7a7a7a";

    private readonly List<(Theme Theme, ThemeSnapshot? Before)> taken = [];
    private readonly Dictionary<Theme, CodebookEntry> entries = [];
    private readonly List<Theme> added = [];
    private readonly List<string> problems = [];

    /// <summary>The themes that the file names, as they were; null for new ones.</summary>
    public IReadOnlyList<(Theme Theme, ThemeSnapshot? Before)> Taken => taken;

    public IReadOnlyList<Theme> Added => added;

    public IReadOnlyList<string> Problems => problems;

    /// <summary>The theme as it would be.</summary>
    public ThemeSnapshot After(Theme theme) => Snapshot(theme) with { CueTerms = ThemeTerms.Merged(theme, entries[theme].CueTerms) };

    public void Take(CodebookEntry entry)
    {
        var theme = Find(entry);
        var draft = new ThemeDraft(
            entry.Name,
            entry.Definition ?? theme?.Definition ?? "",
            entry.Colour is { Length: > 0 } colour ? colour : theme?.Colour ?? DefaultColour,
            Parent: null,
            entry.CueTerms ?? (theme is null ? "" : ThemeDraft.Write(theme.CueTerms)));
        if (draft.Problem() is { } problem)
        {
            problems.Add($"{entry.Line}, “{entry.Name}”: {problem}");
            return;
        }

        if (theme is not null && entries.TryGetValue(theme, out var other))
        {
            problems.Add($"{entry.Line} and {other.Line.ToLowerInvariant()} are both about “{theme.Name}”; leave one of them.");
            return;
        }

        taken.Add((theme ?? (theme = Make(draft)), theme.Id == 0 ? null : Snapshot(theme)));
        entries.Add(theme, entry);
        (theme.Name, theme.Definition, theme.Colour) = (draft.Name.Trim(), draft.Definition.Trim(), draft.Colour.ToLowerInvariant());
        theme.IsRetired = entry.IsRetired ?? theme.IsRetired;
    }

    /// <summary>When all are there, those that say so go below others.</summary>
    public void Place()
    {
        foreach (var (theme, entry) in entries)
        {
            if (entry.Parent is not { } parent)
                continue;
            var above = parent.Length == 0 ? null : themes.Find(one => one.Slug == parent) ?? ByName(parent);
            if (parent.Length > 0 && above is null)
                problems.Add($"{entry.Line}, “{entry.Name}”: there is no theme “{parent}” to put it below.");
            else
                theme.Parent = above;
        }

        foreach (var theme in entries.Keys.Where(IsBelowItself))
            problems.Add($"{entries[theme].Line}, “{theme.Name}”: it would stand below itself.");
        foreach (var same in themes.GroupBy(theme => theme.NameKey).Where(same => same.Count() > 1))
            problems.Add($"Two themes would be called “{same.First().Name}”; choose another name for one of them.");
    }

    /// <summary>Gives the theme its cue terms and makes whoever edits it at the same time see the change.</summary>
    public void Settle(CorpusContext context, Theme theme)
    {
        if (entries[theme].CueTerms is { } terms)
            ThemeTerms.Set(context, theme, terms);
        if (theme.Id != 0)
            context.Entry(theme).Property(one => one.ConcurrencyToken).IsModified = true;
    }

    private static ThemeSnapshot Snapshot(Theme theme) => new(
        theme.Name, theme.Definition, theme.Colour, theme.Parent?.Name ?? "", ThemeDraft.Write(theme.CueTerms), theme.IsRetired);

    private Theme? Find(CodebookEntry entry) =>
        (entry.Slug is { } slug ? themes.Find(theme => theme.Slug == slug) : null) ?? ByName(entry.Name);

    private Theme? ByName(string name)
    {
        var key = NormalisedKey.Of(name);
        return themes.Find(theme => theme.NameKey == key);
    }

    private Theme Make(ThemeDraft draft)
    {
        var theme = new Theme
        {
            Slug = ThemeSlug.Of(draft.Name, themes.Select(one => one.Slug).ToHashSet()),
            Name = draft.Name.Trim(),
            Definition = "",
            Colour = DefaultColour,
            Position = themes.Select(one => one.Position + 1).DefaultIfEmpty(0).Max(),
        };
        themes.Add(theme);
        added.Add(theme);
        return theme;
    }

    private bool IsBelowItself(Theme theme)
    {
        var steps = 0;
        for (var above = theme.Parent; above is not null; above = above.Parent)
        {
            if (above == theme || ++steps > themes.Count)
                return true;
        }

        return false;
    }
}

/// <summary>A theme as people see it.</summary>
internal sealed record ThemeSnapshot(string Name, string Definition, string Colour, string Parent, string CueTerms, bool IsRetired)
{
    public IEnumerable<PlannedChange> Lines(ThemeSnapshot? before) =>
    [
        new("Name", before?.Name ?? "", Name),
        new("Definition", before?.Definition ?? "", Definition),
        new("Colour", before?.Colour ?? "", Colour),
        new("Below", before?.Parent ?? "", Parent),
        new("Cue terms", before?.CueTerms ?? "", CueTerms),
        new("Retired", Word(before?.IsRetired ?? false), Word(IsRetired)),
    ];

    private static string Word(bool retired) => retired ? "yes" : "no";
}
