using System.Runtime.CompilerServices;

namespace RussiaChinaAnalysis.Corpus.Browse;

/// <summary>How much of a list is given at a time.</summary>
public static class PageSize
{
    /// <summary>More than a person reads at once, and still read within a moment.</summary>
    public const int Largest = 200;

    /// <exception cref="ArgumentOutOfRangeException">The size is not from 1 to <see cref="Largest"/>.</exception>
    public static void Check(int size, [CallerArgumentExpression(nameof(size))] string? name = null)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(size, 1, name);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(size, Largest, name);
    }
}
