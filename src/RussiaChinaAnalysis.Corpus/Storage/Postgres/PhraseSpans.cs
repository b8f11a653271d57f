using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Corpus.Storage.Postgres;

/// <summary>Finds where phrases occur in a text whose words are known by their stems.</summary>
internal static class PhraseSpans
{
    /// <summary>In the order of the text; occurrences that share a word are one span.</summary>
    public static IReadOnlyList<TextSpan> Find(
        IReadOnlyList<(TextSpan Span, string Lexeme)> words, IReadOnlyCollection<string[]> phrases)
    {
        var spans = new List<TextSpan>();
        // The last word of the latest span.
        var covered = -1;
        for (var start = 0; start < words.Count; start++)
        {
            var length = phrases.Where(phrase => StandsAt(words, start, phrase)).Select(phrase => phrase.Length).DefaultIfEmpty().Max();
            var end = start + length - 1;
            if (length == 0 || end <= covered)
                continue;
            var span = new TextSpan(words[start].Span.Start, words[end].Span.End);
            if (start <= covered)
                spans[^1] = new TextSpan(spans[^1].Start, span.End);
            else
                spans.Add(span);
            covered = end;
        }

        return spans;
    }

    private static bool StandsAt(IReadOnlyList<(TextSpan Span, string Lexeme)> words, int start, string[] phrase) =>
        start + phrase.Length <= words.Count
        && phrase.Index().All(word => words[start + word.Index].Lexeme == word.Item);
}
