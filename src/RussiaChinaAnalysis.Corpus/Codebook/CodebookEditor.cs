using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Review;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Codebook;

/// <summary>What administrators do to the codebook. A token is that of the theme as the person saw it.</summary>
public sealed class CodebookEditor(IDbContextFactory<CorpusContext> contexts, Journal journal)
{
    private const int MostTags = 50_000;

    /// <summary>Null when there is no such theme.</summary>
    public async Task<(EditableTheme Theme, ThemeReach Reach)?> FindAsync(string slug, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await Themes(context).SingleOrDefaultAsync(one => one.Slug == slug, cancellation) is not { } theme)
            return null;
        var tags = context.PassageThemes.Where(tag => tag.ThemeId == theme.Id && tag.Status != Status.Rejected);
        var reach = new ThemeReach(
            await tags.CountAsync(cancellation),
            await tags.CountAsync(tag => tag.Origin == Origin.Person || tag.Status == Status.Accepted, cancellation),
            await tags.Select(tag => tag.Passage.DocumentId).Distinct().CountAsync(cancellation),
            await context.Themes.Where(child => child.ParentId == theme.Id).OrderBy(child => child.Position).Select(child => child.Name).ToListAsync(cancellation));
        return (EditableTheme.Of(theme), reach);
    }

    public async Task<EditResult> CreateAsync(Actor actor, ThemeDraft draft, CancellationToken cancellation)
    {
        if (draft.Problem() is { } problem)
            return new EditResult.Refused(problem);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await NameTakenAsync(context, draft.Name, except: 0, cancellation))
            return NameTaken(draft.Name);
        var theme = new Theme
        {
            Slug = ThemeSlug.Of(draft.Name, await context.Themes.Select(one => one.Slug).ToHashSetAsync(cancellation)),
            Name = draft.Name.Trim(),
            Definition = draft.Definition.Trim(),
            Colour = draft.Colour.ToLowerInvariant(),
            Position = await context.Themes.Select(one => (int?)one.Position).MaxAsync(cancellation) + 1 ?? 0,
        };
        if (await PlaceAsync(context, theme, draft.Parent, cancellation) is { } refusal)
            return refusal;
        ThemeTerms.Set(context, theme, draft.CueTerms);
        context.Add(theme);
        return await SaveAsync(context, actor, theme, Actions.CreateTheme, $"Added the theme “{theme.Name}”", cancellation);
    }

    /// <summary>Renames, redefines, colours, moves, and changes the cue terms. Passages keep their tags; new essays are read with it.</summary>
    public async Task<EditResult> ChangeAsync(Actor actor, string slug, Guid token, ThemeDraft draft, CancellationToken cancellation)
    {
        if (draft.Problem() is { } problem)
            return new EditResult.Refused(problem);
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, slug, token, cancellation) is not { } theme)
            return Gone;
        if (await NameTakenAsync(context, draft.Name, theme.Id, cancellation))
            return NameTaken(draft.Name);
        (theme.Name, theme.Definition, theme.Colour) = (draft.Name.Trim(), draft.Definition.Trim(), draft.Colour.ToLowerInvariant());
        if (await PlaceAsync(context, theme, draft.Parent, cancellation) is { } refusal)
            return refusal;
        ThemeTerms.Set(context, theme, draft.CueTerms);
        // Cue terms have no token of their own: whoever changes them changes the theme.
        context.Entry(theme).Property(one => one.ConcurrencyToken).IsModified = true;
        return await SaveAsync(context, actor, theme, Actions.ChangeTheme, $"Changed the theme “{theme.Name}”", cancellation);
    }

    /// <summary>A retired theme keeps its passages, but is no longer proposed; it can be taken up again.</summary>
    public async Task<EditResult> RetireAsync(Actor actor, string slug, Guid token, bool retired, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, slug, token, cancellation) is not { } theme)
            return Gone;
        theme.IsRetired = retired;
        return await SaveAsync(
            context, actor, theme, retired ? Actions.RetireTheme : Actions.TakeUpTheme, $"{(retired ? "Retired" : "Took up")} the theme “{theme.Name}”", cancellation);
    }

    /// <summary>Gives the theme's passages and narrower themes to another one, and retires it.</summary>
    public async Task<EditResult> MergeAsync(Actor actor, string slug, Guid token, string into, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await FindAsync(context, slug, token, cancellation) is not { } theme
            || await context.Themes.SingleOrDefaultAsync(one => one.Slug == into, cancellation) is not { } target)
            return Gone;
        if (theme.Id == target.Id)
            return new EditResult.Refused("A theme cannot be merged with itself; choose another one.");
        var tags = await context.PassageThemes.Where(tag => tag.ThemeId == theme.Id).Take(MostTags + 1).ToListAsync(cancellation);
        if (tags.Count > MostTags)
            return new EditResult.Refused($"More than {MostTags} passages have this theme; that is too many to move at once.");

        var taken = await context.PassageThemes
            .Where(tag => tag.ThemeId == target.Id && context.PassageThemes.Any(other => other.ThemeId == theme.Id && other.PassageId == tag.PassageId))
            .ToDictionaryAsync(tag => tag.PassageId, cancellation);
        foreach (var tag in tags)
        {
            if (taken.TryGetValue(tag.PassageId, out var same))
            {
                same.Status = Decisions.Stronger(same.Status, tag.Status);
            }
            else
            {
                var moved = context.Entry(new PassageTheme
                {
                    ThemeId = target.Id,
                    Score = tag.Score,
                    Origin = tag.Origin,
                    Status = tag.Status,
                    FormerStatus = tag.FormerStatus,
                    Cues = tag.Cues,
                });
                moved.Property(one => one.PassageId).CurrentValue = tag.PassageId;
                moved.State = EntityState.Added;
            }

            context.Remove(tag);
        }

        // What stands between the two goes below the target, so the target must not stay below that.
        if (await StandsBelowAsync(context, target, theme.Id, cancellation))
            context.Entry(target).Property(one => one.ParentId).CurrentValue = theme.ParentId;
        foreach (var child in await context.Themes.Where(one => one.ParentId == theme.Id && one.Id != target.Id).ToListAsync(cancellation))
            context.Entry(child).Property(one => one.ParentId).CurrentValue = target.Id;
        theme.IsRetired = true;
        return await SaveAsync(context, actor, theme, Actions.MergeThemes, $"Merged the theme “{theme.Name}” into “{target.Name}”", cancellation);
    }

    private Task<EditResult> SaveAsync(CorpusContext context, Actor actor, Theme theme, string action, string summary, CancellationToken cancellation) =>
        journal.SaveAsync(context, actor, new(action, summary, null, () => theme.Id), cancellation);

    /// <returns>Null when the theme has found its place.</returns>
    private static async Task<EditResult?> PlaceAsync(CorpusContext context, Theme theme, string? parent, CancellationToken cancellation)
    {
        if (string.IsNullOrWhiteSpace(parent))
        {
            context.Entry(theme).Reference(one => one.Parent).CurrentValue = null;
            return null;
        }

        if (await context.Themes.SingleOrDefaultAsync(one => one.Slug == parent, cancellation) is not { } above)
            return new EditResult.Refused($"The codebook has no theme “{parent}” to put this one below.");
        theme.Parent = above;
        return null;
    }

    private static async Task<bool> StandsBelowAsync(CorpusContext context, Theme theme, int above, CancellationToken cancellation)
    {
        var parents = await context.Themes.ToDictionaryAsync(one => one.Id, one => one.ParentId, cancellation);
        var seen = new HashSet<int>();
        for (var next = theme.ParentId; next is { } id && seen.Add(id); next = parents[id])
        {
            if (id == above)
                return true;
        }

        return false;
    }

    private static async Task<Theme?> FindAsync(CorpusContext context, string slug, Guid token, CancellationToken cancellation)
    {
        var theme = await Themes(context).SingleOrDefaultAsync(one => one.Slug == slug, cancellation);
        if (theme is not null)
            context.Entry(theme).Property(one => one.ConcurrencyToken).OriginalValue = token;
        return theme;
    }

    private static IQueryable<Theme> Themes(CorpusContext context) => context.Themes.Include(theme => theme.Parent).Include(theme => theme.CueTerms);

    private static Task<bool> NameTakenAsync(CorpusContext context, string name, int except, CancellationToken cancellation)
    {
        var key = NormalisedKey.Of(name);
        return context.Themes.AnyAsync(theme => theme.NameKey == key && theme.Id != except, cancellation);
    }

    private static EditResult NameTaken(string name) => new EditResult.Refused($"There is a theme “{name.Trim()}” already; merge the two, or choose another name.");

    private static EditResult Gone => new EditResult.Missing("There is no such theme any more.");
}

/// <param name="CueTerms">As <see cref="ThemeDraft.CueTerms"/> has them.</param>
public sealed record EditableTheme(string Slug, string Name, string Definition, string Colour, string? Parent, string CueTerms, bool IsRetired, Guid Token)
{
    internal static EditableTheme Of(Theme theme) => new(
        theme.Slug,
        theme.Name,
        theme.Definition,
        theme.Colour,
        theme.Parent?.Slug,
        ThemeDraft.Write(theme.CueTerms),
        theme.IsRetired,
        theme.ConcurrencyToken);
}
