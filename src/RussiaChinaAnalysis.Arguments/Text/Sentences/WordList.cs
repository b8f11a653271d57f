using System.Collections.Frozen;

namespace RussiaChinaAnalysis.Arguments.Text.Sentences;

/// <summary>A set of words written as running text and looked up without allocating.</summary>
internal sealed class WordList
{
    private readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> words;

    public WordList(string words, StringComparer comparer) =>
        this.words = Split(words).ToFrozenSet(comparer).GetAlternateLookup<ReadOnlySpan<char>>();

    public bool Contains(ReadOnlySpan<char> word) => words.Contains(word);

    public static string[] Split(string words) =>
        words.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries);
}
