using System.Collections.Frozen;
using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Text.Words;

namespace RussiaChinaAnalysis.Arguments.Codebook.Matching;

internal sealed class CueTrieBuilder
{
    private readonly Dictionary<string, int> words = new(StringComparer.Ordinal);
    private readonly Dictionary<(int Node, int Word), int> edges = [];
    private readonly Dictionary<int, List<(int Theme, CueTerm Term)>> ends = [];
    private int nodes = 1;

    public void Add(int theme, CueTerm term)
    {
        var pattern = CuePattern.Of(term.Text).Words;
        AddPath(pattern.Select(word => word.Key), theme, term);
        for (var index = 1; index < pattern.Length; index++)
        {
            // “Indo-Pacific” may be written as one word.
            if (pattern[index].Before == WordJoint.Hyphen)
                AddPath([.. pattern[..(index - 1)].Select(word => word.Key), pattern[index].KeyWithPrevious, .. pattern[(index + 1)..].Select(word => word.Key)], theme, term);
        }
    }

    public (FrozenDictionary<string, int> Words, FrozenDictionary<(int Node, int Word), int> Edges, FrozenDictionary<int, ImmutableArray<(int Theme, CueTerm Term)>> Ends) Freeze() =>
        (words.ToFrozenDictionary(StringComparer.Ordinal),
        edges.ToFrozenDictionary(),
        ends.ToFrozenDictionary(pair => pair.Key, pair => pair.Value.ToImmutableArray()));

    private void AddPath(IEnumerable<string> keys, int theme, CueTerm term)
    {
        var node = 0;
        foreach (var key in keys)
        {
            if (!words.TryGetValue(key, out var word))
                words.Add(key, word = words.Count);
            if (!edges.TryGetValue((node, word), out var child))
                edges.Add((node, word), child = nodes++);
            node = child;
        }

        if (node == 0)
            return;

        if (!ends.TryGetValue(node, out var terms))
            ends.Add(node, terms = []);
        terms.Add((theme, term));
    }
}
