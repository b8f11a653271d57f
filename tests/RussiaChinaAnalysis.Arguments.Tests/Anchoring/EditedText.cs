using System.Text;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Tests.Anchoring;

/// <summary>A random text that was edited at random, and where each of its sentences went.</summary>
internal sealed class EditedText
{
    private static readonly string[] Subjects =
    [
        "The wedge", "Trade", "A pipeline", "The alliance", "Every sanction", "The minister's plan", "An old border", "This bargain", "The rouble", "Cheap gas",
    ];

    private static readonly string[] Verbs =
    [
        "grew", "failed", "will not hold", "drew the neighbours closer", "cost more than it earned", "was praised", "fell", "may return", "surprised nobody",
    ];

    private static readonly string[] Ends =
    [
        "in 2014", "by 5 percent", "by 7 percent", "because prices rose", "as the “pivot” began", "for a decade", "without a treaty", "in Central Asia", "after the war",
        "although the critics disagree", "when the banks closed", "on paper",
    ];

    private readonly Random random;
    private readonly List<List<Sentence>> paragraphs = [];
    private int next;

    private EditedText(int seed) => random = new(seed);

    public string Before { get; private set; } = "";

    public string After { get; private set; } = "";

    /// <summary>Of every sentence of the text before: its span, what became of it, and its span after.</summary>
    public List<(TextSpan Before, Fate Fate, TextSpan? After)> Sentences { get; } = [];

    public static EditedText Of(int seed)
    {
        var text = new EditedText(seed);
        text.Write();
        var before = text.Lay(out var spansBefore, rewrap: false);
        text.Edit();
        var after = text.Lay(out var spansAfter, rewrap: text.random.Next(3) == 0);
        (text.Before, text.After) = (before, after);
        var kept = text.paragraphs.SelectMany(paragraph => paragraph).ToDictionary(sentence => sentence.Id);
        foreach (var (id, span) in spansBefore)
        {
            var fate = !kept.TryGetValue(id, out var sentence) ? Fate.Deleted : sentence.IsAltered ? Fate.Altered : Fate.Kept;
            text.Sentences.Add((span, fate, fate == Fate.Deleted ? null : spansAfter[id]));
        }

        return text;
    }

    private void Write()
    {
        for (var paragraph = random.Next(2, 9); paragraph > 0; paragraph--)
            paragraphs.Add([.. Enumerable.Range(0, random.Next(1, 7)).Select(_ => New())]);
    }

    /// <summary>Now and then a sentence that the text has already.</summary>
    private Sentence New()
    {
        var existing = paragraphs.SelectMany(paragraph => paragraph).ToList();
        var words = existing.Count > 0 && random.Next(12) == 0
            ? existing[random.Next(existing.Count)].Words
            : $"{Any(Subjects)} {Any(Verbs)} {Any(Ends)}{(random.Next(2) == 0 ? $", and {Any(Subjects).ToLowerInvariant()} {Any(Verbs)}" : "")} {Any(Ends)}.";
        return new(next++, words, IsAltered: false);
    }

    private void Edit()
    {
        for (var edits = random.Next(1, 9); edits > 0; edits--)
        {
            var from = random.Next(paragraphs.Count);
            var paragraph = paragraphs[from];
            var at = random.Next(paragraph.Count + 1);
            switch (random.Next(6))
            {
                case 0:
                    paragraph.Insert(at, New());
                    break;
                case 1 when at < paragraph.Count:
                    paragraph.RemoveAt(at);
                    break;
                case 2:
                    paragraphs.RemoveAt(from);
                    paragraphs.Insert(random.Next(paragraphs.Count + 1), paragraph);
                    break;
                case 3 when at < paragraph.Count:
                    paragraph[at] = Altered(paragraph[at]);
                    break;
                case 4 when at < paragraph.Count:
                    (paragraph[at], paragraph[0]) = (paragraph[0], paragraph[at]);
                    break;
                case 5:
                    paragraphs.Insert(from, [.. Enumerable.Range(0, random.Next(1, 4)).Select(_ => New())]);
                    break;
            }
        }
    }

    private Sentence Altered(Sentence sentence)
    {
        var words = sentence.Words.Split(' ').ToList();
        words.Insert(random.Next(words.Count), "perhaps");
        if (random.Next(2) == 0)
            words.RemoveAt(random.Next(words.Count - 1));
        return sentence with { Words = string.Join(' ', words), IsAltered = true };
    }

    private string Lay(out Dictionary<int, TextSpan> spans, bool rewrap)
    {
        spans = [];
        var text = new StringBuilder();
        foreach (var paragraph in paragraphs)
        {
            foreach (var sentence in paragraph)
            {
                var words = rewrap ? sentence.Words.Replace('“', '"').Replace('”', '"').Replace(" and ", "\nand ", StringComparison.Ordinal) : sentence.Words;
                spans[sentence.Id] = new(text.Length, text.Length + words.Length);
                text.Append(words).Append(' ');
            }

            text.Append("\n\n");
        }

        return text.ToString();
    }

    private string Any(string[] choices) => choices[random.Next(choices.Length)];

    private sealed record Sentence(int Id, string Words, bool IsAltered);
}

internal enum Fate
{
    Kept,
    Altered,
    Deleted,
}
