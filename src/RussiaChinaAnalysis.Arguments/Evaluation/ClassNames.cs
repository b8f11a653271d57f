using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Evaluation;

/// <summary>Labels as the reports write them.</summary>
internal static class ClassNames
{
    public static string Of<T>(T value)
        where T : struct, Enum => value.ToString().ToLowerInvariant();

    public static ImmutableArray<string> All<T>()
        where T : struct, Enum => [.. Enum.GetValues<T>().Select(Of)];
}
