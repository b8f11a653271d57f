namespace RussiaChinaAnalysis.Corpus.Review;

/// <summary>Words of an essay in a sentence about them.</summary>
internal static class Quoted
{
    private const int Longest = 60;

    public static string Short(string words)
    {
        var line = words.ReplaceLineEndings(" ");
        if (line.Length <= Longest)
            return $"“{line}”";
        var cut = line.LastIndexOf(' ', Longest);
        return $"“{line[..(cut > 0 ? cut : Longest)]} …”";
    }
}
