namespace RussiaChinaAnalysis.Benchmarks.Serving;

/// <summary>Sentences whose words are as frequent as in natural language: the second half as often as the first, and so on.</summary>
internal sealed class ZipfText(Random random)
{
    /// <summary>Each in a third of all passages or more.</summary>
    public static IReadOnlyList<string> Frequent { get; } = [Word(2), Word(3)];

    /// <summary>Each in about one passage of a thousand.</summary>
    public static IReadOnlyList<string> Middling { get; } = [.. Enumerable.Range(1660, 40).Select(Word)];

    /// <summary>Frequent, middling and rare ones.</summary>
    public static IReadOnlyList<string> Unmeasured { get; } =
        [.. new[] { (First: 4, Count: 8), (First: 1500, Count: 60), (First: 15_000, Count: 60) }.SelectMany(range => Enumerable.Range(range.First, range.Count)).Select(Word)];

    private const int Vocabulary = 60_000;

    private static readonly double[] Cumulative = Cumulate();
    private static readonly string[] Words = [.. Enumerable.Range(0, Vocabulary).Select(Word)];

    /// <summary>A word of this rank, in letters only, so that no stemmer changes it.</summary>
    public static string Word(int rank)
    {
        var letters = string.Empty;
        do
            letters = (char)('a' + rank % 5) + letters;
        while ((rank /= 5) > 0);
        return "word" + letters.Replace('e', 'g');
    }

    public string Sentence()
    {
        var words = new string[12 + random.Next(16)];
        for (var place = 0; place < words.Length; place++)
            words[place] = Words[Rank()];
        return char.ToUpperInvariant(words[0][0]) + string.Join(' ', words)[1..] + ".";
    }

    private int Rank()
    {
        var place = Array.BinarySearch(Cumulative, random.NextDouble() * Cumulative[^1]);
        return Math.Min(Vocabulary - 1, place < 0 ? ~place : place);
    }

    private static double[] Cumulate()
    {
        var sum = 0.0;
        return [.. Enumerable.Range(1, Vocabulary).Select(rank => sum += 1.0 / rank)];
    }
}
