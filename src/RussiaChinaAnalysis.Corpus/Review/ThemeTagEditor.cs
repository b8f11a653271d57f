using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Review;

/// <summary>What people say of a passage's themes. The token is that of the passage.</summary>
public sealed class ThemeTagEditor(IDbContextFactory<CorpusContext> contexts, Journal journal)
{
    public Task<EditResult> AddAsync(Actor actor, int passage, Guid token, string theme, CancellationToken cancellation) =>
        SetAsync(actor, passage, token, theme, Status.Accepted, cancellation);

    /// <summary>Removes what a person added; what was extracted is rejected, so that it is not proposed again.</summary>
    public Task<EditResult> RemoveAsync(Actor actor, int passage, Guid token, string theme, CancellationToken cancellation) =>
        SetAsync(actor, passage, token, theme, null, cancellation);

    /// <param name="status">Null takes the theme away.</param>
    private async Task<EditResult> SetAsync(Actor actor, int id, Guid token, string slug, Status? status, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        if (await context.Passages.SingleOrDefaultAsync(one => one.Id == id, cancellation) is not { } passage)
            return new EditResult.Missing("There is no such passage any more.");
        if (await context.Themes.SingleOrDefaultAsync(one => one.Slug == slug, cancellation) is not { } theme)
            return new EditResult.Refused($"The codebook has no theme “{slug}”; choose one of its themes.");
        var tag = await context.PassageThemes.SingleOrDefaultAsync(one => one.PassageId == id && one.ThemeId == theme.Id, cancellation);
        if (tag is null && status is null)
            return new EditResult.Unchanged(id);
        if (tag is null && theme.IsRetired)
            return new EditResult.Refused($"The theme “{theme.Name}” is retired; choose another one.");

        if (tag is null)
            context.Add(new PassageTheme { Passage = passage, ThemeId = theme.Id, Score = 1, Origin = Origin.Person, Status = Status.Accepted });
        else if (status is null && tag.Origin == Origin.Person)
            context.Remove(tag);
        else
            tag.Status = status ?? Status.Rejected;
        // Themes have no token of their own: whoever changes them changes the passage.
        context.Entry(passage).Property(one => one.ConcurrencyToken).OriginalValue = token;
        context.Entry(passage).Property(one => one.ConcurrencyToken).IsModified = true;
        return await journal.SaveAsync(
            context,
            actor,
            new(
                status is null ? Actions.TakeThemeAway : Actions.GiveTheme,
                status is null ? $"Took “{theme.Name}” from {Quoted.Short(passage.Quote)}" : $"Gave “{theme.Name}” to {Quoted.Short(passage.Quote)}",
                passage.DocumentId,
                () => id),
            cancellation);
    }
}
