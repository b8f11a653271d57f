using System.Collections.Frozen;

namespace RussiaChinaAnalysis.Arguments.Extraction.Data;

/// <summary>What single words can be: listed words, the forms of listed verbs, and guesses from endings for the rest.</summary>
internal sealed class Grammar
{
    public const string FileName = "extraction/grammar.yaml";

    /// <summary>Base, third person, past, past participle; the form in -ing may be left out.</summary>
    private const int FewestForms = 4;

    private readonly FrozenDictionary<ulong, WordClass> classes;

    private Grammar(Dictionary<ulong, WordClass> classes) => this.classes = classes.ToFrozenDictionary();

    public WordClass ClassOf(ulong hash, ReadOnlySpan<char> folded) =>
        classes.TryGetValue(hash, out var known) ? known : Guess(folded);

    private static WordClass Guess(ReadOnlySpan<char> word) => word switch
    {
        [.., 'l', 'y'] when word.Length > 4 => WordClass.Adverb | WordClass.Function,
        [.., 'e', 'd'] when word.Length > 4 => WordClass.VerbPast,
        [.., 'i', 'n', 'g'] when word.Length > 5 => WordClass.VerbIng,
        [.., 't', 'i', 'o', 'n'] or [.., 'm', 'e', 'n', 't'] or [.., 'n', 'e', 's', 's'] or [.., 'i', 't', 'y'] => WordClass.Noun,
        [.., 'o', 'u', 's'] or [.., 'f', 'u', 'l'] or [.., 'a', 'b', 'l', 'e'] => WordClass.Adjective,
        _ => WordClass.None,
    };

    public static Grammar Parse(DataFile file, List<DataProblem> problems)
    {
        var classes = new Dictionary<ulong, WordClass>();
        foreach (var entry in file.Entries(problems))
        {
            file.Field(entry, "meaning", problems);
            var nodes = file.List(entry, "words", problems).ToList();
            var words = nodes.Select(node => node.Value!);
            if (entry.Children.ContainsKey("class"))
            {
                if (file.Choice<WordClass>(entry, "class", problems) is { } wordClass)
                    foreach (var word in words)
                        Add(classes, word, wordClass);
            }
            else if (file.Field(entry, "verbs", problems) is "regular")
            {
                foreach (var verb in words)
                    AddVerb(classes, VerbForms.Regular(verb));
            }
            else
            {
                foreach (var verb in nodes)
                    if (verb.Value!.Split('/') is { Length: >= FewestForms } forms)
                        AddVerb(classes, forms);
                    else
                        problems.Add(file.Problem(verb, $"“{verb.Value}” is no verb: give base, third person, past and participle, with slashes between them."));
            }
        }

        return new Grammar(classes);
    }

    /// <param name="forms">Base, third person, past, past participle, -ing.</param>
    private static void AddVerb(Dictionary<ulong, WordClass> classes, string[] forms)
    {
        Add(classes, forms[0], WordClass.VerbBase);
        Add(classes, forms[1], WordClass.VerbThirdPerson);
        Add(classes, forms[2], WordClass.VerbPast);
        if (forms[3] != forms[2])
            Add(classes, forms[3], WordClass.Participle);
        Add(classes, forms[^1], WordClass.VerbIng);
    }

    private static void Add(Dictionary<ulong, WordClass> classes, string word, WordClass wordClass)
    {
        Span<char> buffer = stackalloc char[64];
        var hash = WordHash.Of(WordHash.Fold(word, buffer));
        classes[hash] = classes.GetValueOrDefault(hash) | wordClass | WordClass.Listed;
    }
}
