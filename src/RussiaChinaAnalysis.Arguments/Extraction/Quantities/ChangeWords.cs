using System.Collections.Frozen;
using RussiaChinaAnalysis.Arguments.Text.Words;

namespace RussiaChinaAnalysis.Arguments.Extraction.Quantities;

/// <summary>Words after which “from … to …” tells what a figure was and what it became.</summary>
internal static class ChangeWords
{
    private static readonly FrozenSet<string> Keys = "rise grow growth increase expand climb jump leap soar surge gain double triple raise lift fall decline decrease shrink drop plunge slip sink cut reduce lower slow narrow widen go move shift change swing up down"
        .Split(' ').Select(word => WordForm.Key(word)).ToFrozenSet(StringComparer.Ordinal);

    public static bool Holds(ReadOnlySpan<char> word)
    {
        Span<char> buffer = stackalloc char[WordForm.MaximumLength];
        return Keys.GetAlternateLookup<ReadOnlySpan<char>>().Contains(buffer[..WordForm.Key(word, buffer)]);
    }
}
