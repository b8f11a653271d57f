using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.History;
using RussiaChinaAnalysis.Corpus.Interchange;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.People;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Codebook;

/// <summary>Takes a codebook in that comes as a file: first it says what would change, then all of that is stored or nothing.</summary>
public sealed class CodebookImport(IDbContextFactory<CorpusContext> contexts, Journal journal)
{
    /// <param name="name">Of the file; its ending says what it is.</param>
    public async Task<CodebookPlan> PlanAsync(string name, byte[] content, CancellationToken cancellation)
    {
        try
        {
            var entries = CodebookFile.Read(name, content);
            await using var context = await contexts.CreateDbContextAsync(cancellation);
            return (await MergeAsync(context, entries, cancellation)).Plan;
        }
        catch (MalformedDataException malformed)
        {
            return new([], [$"{name} {malformed.Message}"], "");
        }
    }

    /// <summary>One change, and so one undo.</summary>
    /// <param name="state">Of the plan that the person has seen; when the codebook is another one by now, nothing is stored.</param>
    public async Task<EditResult> StoreAsync(Actor actor, string name, byte[] content, string state, CancellationToken cancellation)
    {
        try
        {
            return await StoreAsync(actor, CodebookFile.Read(name, content), state, cancellation);
        }
        catch (MalformedDataException malformed)
        {
            return new EditResult.Refused($"{name} {malformed.Message}");
        }
    }

    private async Task<EditResult> StoreAsync(Actor actor, IReadOnlyList<CodebookEntry> entries, string state, CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        var (plan, touched) = await MergeAsync(context, entries, cancellation);
        if (plan.State != state)
            return new EditResult.Refused("The codebook was changed in the meantime. Look again at what the file would change.");
        if (plan.Problems is [var problem, ..])
            return new EditResult.Refused(problem);
        if (touched.Count == 0)
            return new EditResult.Unchanged(0);
        var summary = string.Create(CultureInfo.InvariantCulture, $"Took a codebook in: {plan.New} new, {plan.Changed} changed");
        return await journal.SaveAsync(context, actor, new(Actions.ImportCodebook, summary, null, () => touched[0].Id), cancellation);
    }

    /// <summary>All themes in the order of the codebook, with their parents and cue terms.</summary>
    public async Task<IReadOnlyList<Theme>> ListAsync(CancellationToken cancellation)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellation);
        return await ReadAsync(context, cancellation);
    }

    private static Task<List<Theme>> ReadAsync(CorpusContext context, CancellationToken cancellation) =>
        context.Themes.Include(theme => theme.Parent).Include(theme => theme.CueTerms).OrderBy(theme => theme.Position).ThenBy(theme => theme.Id).ToListAsync(cancellation);

    private static async Task<(CodebookPlan Plan, IReadOnlyList<Theme> Touched)> MergeAsync(
        CorpusContext context, IReadOnlyList<CodebookEntry> entries, CancellationToken cancellation)
    {
        var themes = await ReadAsync(context, cancellation);
        var state = StateOf(themes);
        var passages = await context.PassageThemes.Where(tag => tag.Status != Status.Rejected).GroupBy(tag => tag.ThemeId)
            .Select(tags => new { tags.Key, Count = tags.Count() }).ToDictionaryAsync(tags => tags.Key, tags => tags.Count, cancellation);
        var merge = new CodebookMerge(themes);
        foreach (var entry in entries)
            merge.Take(entry);
        merge.Place();
        foreach (var theme in merge.Added)
            context.Add(theme);

        var planned = new List<PlannedTheme>();
        var touched = new List<Theme>();
        foreach (var (theme, before) in merge.Taken)
        {
            var changes = Differences(before, merge.After(theme));
            planned.Add(new(theme.Name, before is null, passages.GetValueOrDefault(theme.Id), changes));
            if (before is not null && changes.Count == 0)
                continue;
            touched.Add(theme);
            merge.Settle(context, theme);
        }

        return (new(planned, merge.Problems, state), touched);
    }

    private static List<PlannedChange> Differences(ThemeSnapshot? before, ThemeSnapshot after) =>
        [.. after.Lines(before).Where(line => line.Before != line.After)];

    private static string StateOf(List<Theme> themes) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(
        string.Join('\n', themes.OrderBy(theme => theme.Id).Select(theme => FormattableString.Invariant($"{theme.Id} {theme.ConcurrencyToken}"))))));
}
