using System.Collections.Immutable;
using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Arguments.Codebook;
using RussiaChinaAnalysis.Corpus.Storage;
using CueTermRow = RussiaChinaAnalysis.Corpus.Model.CueTerm;
using ThemeRow = RussiaChinaAnalysis.Corpus.Model.Theme;

namespace RussiaChinaAnalysis.Corpus.Codebook;

/// <summary>The codebook between its file and the database, where people edit it.</summary>
internal static class CodebookStore
{
    /// <summary>Does nothing when the corpus has themes already: what people made of them counts, not the file.</summary>
    /// <returns>What is wrong with the file; empty when it was stored or was not needed.</returns>
    public static async Task<ImmutableArray<CodebookError>> LoadOnceAsync(
        CorpusContext context, string path, CancellationToken cancellation)
    {
        if (await context.Themes.AnyAsync(cancellation))
            return [];
        if (!File.Exists(path))
            return [new CodebookError(path, 1, 1, "The codebook file does not exist. A new corpus takes its themes from it.")];
        switch (CodebookYaml.Load(await File.ReadAllTextAsync(path, cancellation), path))
        {
            case CodebookResult.Refused refused:
                return refused.Errors;
            case CodebookResult.Loaded loaded:
                context.Themes.AddRange(Rows(loaded.Codebook));
                await context.SaveChangesAsync(cancellation);
                return [];
            default:
                throw new InvalidOperationException("A codebook is either loaded or refused.");
        }
    }

    /// <summary>Without retired themes; what is below one counts as below its parent.</summary>
    public static async Task<ThemeCodebook> ReadAsync(CorpusContext context, CancellationToken cancellation)
    {
        var rows = await context.Themes.AsNoTrackingWithIdentityResolution()
            .Include(theme => theme.Parent).Include(theme => theme.CueTerms)
            .AsSplitQuery()
            .OrderBy(theme => theme.Position).ThenBy(theme => theme.Id)
            .ToListAsync(cancellation);
        return new([.. rows.Where(row => !row.IsRetired).Select(row => new Theme(
            row.Slug,
            row.Name,
            row.Definition,
            row.Colour,
            ParentInUse(row)?.Slug,
            [.. row.CueTerms.OrderBy(term => term.Id).Select(term => new CueTerm(term.Text, term.Weight))]))]);
    }

    private static ThemeRow? ParentInUse(ThemeRow theme)
    {
        var parent = theme.Parent;
        while (parent is { IsRetired: true })
            parent = parent.Parent;
        return parent;
    }

    private static List<ThemeRow> Rows(ThemeCodebook codebook)
    {
        var rows = new Dictionary<string, ThemeRow>(StringComparer.Ordinal);
        foreach (var theme in codebook.Themes)
        {
            var row = new ThemeRow
            {
                Slug = theme.Slug,
                Name = theme.Name,
                Definition = theme.Definition,
                Colour = theme.Colour,
                Position = rows.Count,
            };
            row.CueTerms.AddRange(theme.CueTerms.Select(term => new CueTermRow { Text = term.Text, Weight = term.Weight }));
            rows.Add(theme.Slug, row);
        }

        foreach (var theme in codebook.Themes.Where(theme => theme.Parent is not null))
            rows[theme.Slug].Parent = rows[theme.Parent!];
        return [.. rows.Values];
    }
}
