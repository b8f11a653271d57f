using System.Collections.Frozen;
using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Arguments.Text.Words;

namespace RussiaChinaAnalysis.Arguments.Codebook.Matching;

/// <summary>
/// Finds the cue terms of all themes at once, by one trie over words. Time is linear in the text: a start position is
/// followed over at most <see cref="CuePattern.MaximumWords"/> words. Built once, shared between threads.
/// </summary>
public sealed class CueMatcher
{
    private readonly FrozenDictionary<string, int> words;
    private readonly FrozenDictionary<(int Node, int Word), int> edges;
    private readonly FrozenDictionary<int, ImmutableArray<(int Theme, CueTerm Term)>> ends;

    public CueMatcher(ThemeCodebook codebook)
    {
        var trie = new CueTrieBuilder();
        for (var theme = 0; theme < codebook.Themes.Length; theme++)
        {
            foreach (var term in codebook.Themes[theme].CueTerms)
                trie.Add(theme, term);
        }

        (words, edges, ends) = trie.Freeze();
    }

    /// <summary>
    /// Ordered by start. Within one theme an occurrence inside a longer one is left out, so that a long term with a small
    /// weight can silence a short one.
    /// </summary>
    public ImmutableArray<CueOccurrence> Find(string text) =>
        Find(text, WordTable.Read(text, new TextSpan(0, text.Length)));

    /// <inheritdoc cref="Find(string)"/>
    /// <param name="table">The words of <paramref name="text"/>.</param>
    public ImmutableArray<CueOccurrence> Find(string text, WordTable table)
    {
        var found = new List<CueOccurrence>();
        var steps = new Steps(table, FormsOf(table), JoinedIn(text, table));
        for (var start = 0; start < table.Count; start++)
        {
            if (steps.CanMatch(start))
                Follow(node: 0, start, start, steps, found);
        }

        return WithoutNested(found);
    }

    private void Follow(int node, int start, int next, Steps steps, List<CueOccurrence> found)
    {
        if (node > 0 && ends.TryGetValue(node, out var terms))
        {
            var span = new TextSpan(steps.Table[start].Span.Start, steps.Table[next - 1].Span.End);
            foreach (var (theme, term) in terms)
                found.Add(new CueOccurrence(theme, term, span, next - 1));
        }

        if (next >= steps.Table.Count || (next > start && steps.Table[next].Before == WordJoint.Break))
            return;

        var (key, capitals) = steps.Forms[steps.Table.SpellingOf[next]];
        TryFollow(key, next + 1);
        TryFollow(capitals, next + 1);
        if (steps.Joined.TryGetValue(next, out var joined))
            TryFollow(joined, next + 2);

        void TryFollow(int word, int after)
        {
            if (word >= 0 && edges.TryGetValue((node, word), out var child))
                Follow(child, start, after, steps, found);
        }
    }

    /// <summary>For each spelling the numbers of its key and of its capitals in the vocabulary; -1 where no cue uses them.</summary>
    private (int Key, int Capitals)[] FormsOf(WordTable table)
    {
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[WordForm.MaximumLength];
        var forms = new (int Key, int Capitals)[table.Spellings.Count];
        for (var index = 0; index < forms.Length; index++)
        {
            var written = table.Spellings[index];
            var capitals = WordForm.IsCapitals(written) ? Find(lookup, WordForm.CapitalsKey(written, buffer), buffer) : -1;
            forms[index] = (Find(lookup, WordForm.Key(written, buffer), buffer), capitals);
        }

        return forms;
    }

    /// <summary>Where two hyphenated words, written as one, are a word of a cue: by the index of the first.</summary>
    private Dictionary<int, int> JoinedIn(string text, WordTable table)
    {
        var lookup = words.GetAlternateLookup<ReadOnlySpan<char>>();
        Span<char> buffer = stackalloc char[WordForm.MaximumLength];
        var joined = new Dictionary<int, int>();
        for (var index = 1; index < table.Count; index++)
        {
            if (table[index].Before != WordJoint.Hyphen)
                continue;

            var whole = new TextSpan(table[index - 1].Stem.Start, table[index].Stem.End);
            if (Find(lookup, WordForm.JoinedKey(whole.In(text), buffer), buffer) is var word and >= 0)
                joined.Add(index - 1, word);
        }

        return joined;
    }

    private static int Find(FrozenDictionary<string, int>.AlternateLookup<ReadOnlySpan<char>> lookup, int length, ReadOnlySpan<char> buffer) =>
        lookup.TryGetValue(buffer[..length], out var word) ? word : -1;

    private static ImmutableArray<CueOccurrence> WithoutNested(List<CueOccurrence> found)
    {
        found.Sort((first, second) => first.Span.CompareTo(second.Span) is not 0 and var order ? order : first.Theme.CompareTo(second.Theme));
        var reached = new Dictionary<int, int>();
        var kept = ImmutableArray.CreateBuilder<CueOccurrence>(found.Count);
        foreach (var occurrence in found)
        {
            if (reached.TryGetValue(occurrence.Theme, out var end) && occurrence.Span.End <= end)
                continue;

            reached[occurrence.Theme] = occurrence.Span.End;
            kept.Add(occurrence);
        }

        return kept.ToImmutable();
    }

    private sealed record Steps(WordTable Table, (int Key, int Capitals)[] Forms, Dictionary<int, int> Joined)
    {
        public bool CanMatch(int word)
        {
            var (key, capitals) = Forms[Table.SpellingOf[word]];
            return key >= 0 || capitals >= 0 || Joined.ContainsKey(word);
        }
    }
}
