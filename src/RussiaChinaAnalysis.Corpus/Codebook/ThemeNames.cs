using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Codebook;

internal static class ThemeNames
{
    /// <summary>Begins what no name does: names are trimmed.</summary>
    private const string Interim = " ";

    /// <summary>
    /// Takes the themes’ names away, within the transaction that gives them others: databases compare row by row, so that
    /// themes that take each other’s names would never get them.
    /// </summary>
    public static async Task VacateAsync(CorpusContext context, IReadOnlyList<Theme> renamed, CancellationToken cancellation)
    {
        var ids = renamed.Select(theme => theme.Id).ToArray();
        await context.Themes.Where(theme => ids.Contains(theme.Id))
            .ExecuteUpdateAsync(set => set.SetProperty(theme => theme.NameKey, theme => Interim + theme.Slug), cancellation);
        // The context would refuse to store what it takes for a circle.
        foreach (var theme in renamed)
            context.Entry(theme).Property(one => one.NameKey).OriginalValue = Interim + theme.Slug;
    }
}
