using RussiaChinaAnalysis.Arguments.Text.Words;

namespace RussiaChinaAnalysis.Arguments.Extraction.Themes;

/// <summary>The words of a document with what the theme stage wants to know of each spelling.</summary>
internal sealed class ThemeWords
{
    private const int ShortestContentWord = 4;

    private readonly SpellingFacts[] facts;

    public ThemeWords(WordTable table)
    {
        Table = table;
        facts = new SpellingFacts[table.Spellings.Count];
        var keys = new Dictionary<string, int>(StringComparer.Ordinal);
        for (var index = 0; index < facts.Length; index++)
        {
            var spelling = table.Spellings[index];
            var key = WordForm.Key(spelling);
            if (!keys.TryGetValue(key, out var number))
                keys.Add(key, number = keys.Count);
            facts[index] = new SpellingFacts(
                PointingWords.ClassOf(spelling), char.IsUpper(spelling[0]), FunctionWords.Holds(key), spelling.Length >= ShortestContentWord, number);
        }
    }

    public WordTable Table { get; }

    public PointingWord ClassOf(int word) => facts[Table.SpellingOf[word]].Class;

    public bool IsCapitalised(int word) => facts[Table.SpellingOf[word]].IsCapitalised;

    public bool IsFunctionWord(int word) => facts[Table.SpellingOf[word]].IsFunctionWord;

    /// <summary>Equal for the inflected forms of one word.</summary>
    public int KeyOf(int word) => facts[Table.SpellingOf[word]].Key;

    /// <summary>Whether a word says something of what its sentence is about.</summary>
    public bool IsContent(int word) => facts[Table.SpellingOf[word]] is { IsLong: true, IsFunctionWord: false };

    private readonly record struct SpellingFacts(PointingWord Class, bool IsCapitalised, bool IsFunctionWord, bool IsLong, int Key);
}
