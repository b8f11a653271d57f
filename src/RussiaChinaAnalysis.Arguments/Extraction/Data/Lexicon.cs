using YamlDotNet.RepresentationModel;

namespace RussiaChinaAnalysis.Arguments.Extraction.Data;

/// <summary>The cue words by sense, as a trie over words: from any word on, the longest cue is found in one walk.</summary>
internal sealed class Lexicon
{
    public const string FileName = "extraction/lexicon.yaml";

    private const int Root = 0;

    private readonly Dictionary<ulong, int> words = [];
    private readonly Dictionary<long, int> steps = [];
    private readonly List<CueSenses> senses = [default];

    /// <summary>The number of a word that occurs in some cue; -1 for all others.</summary>
    public int WordOf(ulong hash) => words.GetValueOrDefault(hash, -1);

    /// <summary>The node after one more word; 0 when no cue goes on so.</summary>
    public int Step(int node, int word) => steps.GetValueOrDefault(Key(node, word));

    /// <summary>The senses of the cue that ends at a node; empty when none does.</summary>
    public CueSenses SensesOf(int node) => senses[node];

    public static Lexicon Parse(DataFile file, List<DataProblem> problems)
    {
        var lexicon = new Lexicon();
        var known = new HashSet<CueSense>();
        foreach (var entry in file.Entries(problems))
        {
            file.Field(entry, "meaning", problems);
            if (file.Choice<CueSense>(entry, "sense", problems) is not { } sense)
                continue;
            if (!known.Add(sense))
                problems.Add(file.Problem(entry, "The sense is there twice."));
            foreach (var cue in file.List(entry, "cues", problems))
                lexicon.Add(file, cue, sense, problems);
        }

        if (problems.Count > 0)
            return lexicon;
        foreach (var sense in Enum.GetValues<CueSense>())
            if (!known.Contains(sense))
                problems.Add(new DataProblem(file.Name, 1, $"The sense “{sense}” is missing."));
        return lexicon;
    }

    private void Add(DataFile file, YamlScalarNode cue, CueSense sense, List<DataProblem> problems)
    {
        Span<char> buffer = stackalloc char[64];
        var node = Root;
        foreach (var word in cue.Value!.Split(' ', StringSplitOptions.RemoveEmptyEntries))
        {
            var hash = WordHash.Of(WordHash.Fold(word, buffer));
            if (!words.TryGetValue(hash, out var number))
                words.Add(hash, number = words.Count);
            if (!steps.TryGetValue(Key(node, number), out var next))
            {
                steps.Add(Key(node, number), next = senses.Count);
                senses.Add(default);
            }

            node = next;
        }

        if (node == Root)
            problems.Add(file.Problem(cue, "The cue is empty."));
        else
            senses[node] |= CueSenses.Of(sense);
    }

    private static long Key(int node, int word) => (long)node << 32 | (uint)word;
}
