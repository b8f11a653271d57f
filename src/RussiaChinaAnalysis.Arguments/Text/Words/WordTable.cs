using System.Runtime.InteropServices;

namespace RussiaChinaAnalysis.Arguments.Text.Words;

/// <summary>
/// All words of a text, each with the number of its spelling. What holds for a spelling is then looked up once per
/// spelling and not once per word.
/// </summary>
public sealed class WordTable
{
    private readonly List<Word> words;
    private readonly List<int> spellingOf;
    private readonly List<string> spellings;

    private WordTable(List<Word> words, List<int> spellingOf, List<string> spellings)
    {
        this.words = words;
        this.spellingOf = spellingOf;
        this.spellings = spellings;
    }

    public int Count => words.Count;

    public Word this[int index] => words[index];

    /// <summary>The different words without possessive ending, as written, in the order of their first occurrence.</summary>
    public IReadOnlyList<string> Spellings => spellings;

    /// <summary>The index in <see cref="Spellings"/> of each word.</summary>
    public ReadOnlySpan<int> SpellingOf => CollectionsMarshal.AsSpan(spellingOf);

    public static WordTable Read(string text, TextSpan within)
    {
        const int usualWordLength = 6;
        var words = new List<Word>(within.Length / usualWordLength);
        var spellingOf = new List<int>(within.Length / usualWordLength);
        var spellings = new List<string>();
        var numbers = new Dictionary<string, int>(StringComparer.Ordinal);
        var lookup = numbers.GetAlternateLookup<ReadOnlySpan<char>>();
        var scanner = new WordScanner(text, within);
        while (scanner.MoveNext())
        {
            var written = scanner.Current.Stem.In(text);
            if (!lookup.TryGetValue(written, out var number))
            {
                lookup.TryAdd(written, number = spellings.Count);
                spellings.Add(written.ToString());
            }

            words.Add(scanner.Current);
            spellingOf.Add(number);
        }

        return new WordTable(words, spellingOf, spellings);
    }

    /// <summary>The words that begin in a span, as the range <c>[First, End)</c>, sought from a word on.</summary>
    public (int First, int End) WordsIn(TextSpan span, int from)
    {
        var first = from;
        while (first < words.Count && words[first].Span.Start < span.Start)
            first++;
        var end = first;
        while (end < words.Count && words[end].Span.Start < span.End)
            end++;
        return (first, end);
    }
}
