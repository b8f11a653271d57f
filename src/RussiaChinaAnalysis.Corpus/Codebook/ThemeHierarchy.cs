using Microsoft.EntityFrameworkCore;
using RussiaChinaAnalysis.Corpus.Model;
using RussiaChinaAnalysis.Corpus.Storage;

namespace RussiaChinaAnalysis.Corpus.Codebook;

/// <summary>Themes stand below others, and none below itself: an essay cannot be read with a codebook that goes in circles.</summary>
internal static class ThemeHierarchy
{
    /// <summary>
    /// Asked within the transaction that has stored where the themes stand, and that holds
    /// <see cref="CorpusContext.LockThemesAsync"/>: only then does nobody move another theme meanwhile.
    /// </summary>
    /// <returns>What is wrong and how to mend it; null when nothing is.</returns>
    public static async Task<string?> ProblemAsync(CorpusContext context, IReadOnlyCollection<Theme> placed, CancellationToken cancellation)
    {
        var parents = await context.Themes.AsNoTracking().ToDictionaryAsync(theme => theme.Id, theme => theme.ParentId, cancellation);
        return placed.FirstOrDefault(theme => IsBelowItself(theme.Id, parents)) is { } circular
            ? $"“{circular.Name}” would stand below itself; put the theme above it elsewhere first."
            : null;
    }

    private static bool IsBelowItself(int theme, Dictionary<int, int?> parents)
    {
        var seen = new HashSet<int>();
        for (var above = parents[theme]; above is { } id && seen.Add(id); above = parents[id])
        {
            if (id == theme)
                return true;
        }

        return false;
    }
}
