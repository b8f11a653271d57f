using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Extraction.Quantities;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Arguments.Text.Words;

namespace RussiaChinaAnalysis.Arguments.Comparison;

/// <summary>Reads from a passage, a title or a thesis what is compared with those of other documents.</summary>
public static class SignatureReader
{
    private const int ShortestTerm = 3;

    /// <summary>The claims and the evidence of an essay, in the order of its text.</summary>
    /// <param name="document">The number that the references are to give to this essay.</param>
    public static ImmutableArray<PassageSignature> Passages(ArgumentStructure structure, int document) =>
    [
        .. structure.Passages
            .Where(passage => passage.Role != Role.Context)
            .Select(passage => Passage(new ComparedPassage(
                new PassageReference(document, passage.Id),
                passage.Span,
                passage.Span.Of(structure.Document.Text),
                Holds: passage is not { Attribution: AttributionKind.Reported, Stance: Stance.Opp },
                passage.Quantities))),
    ];

    /// <summary>What an essay comes to: its title and its theses.</summary>
    public static ImmutableArray<StatementSignature> Conclusions(ArgumentStructure structure) =>
    [
        Title(structure.Document.Metadata.Title),
        .. structure.Passages
            .Where(passage => passage.IsThesis)
            .Select(passage => Thesis(passage.Span.Of(structure.Document.Text), passage.Span.Start)),
    ];

    public static PassageSignature Passage(ComparedPassage passage)
    {
        var statement = Statement(passage.Words, passage.Span.Start);
        return new PassageSignature(
            passage.Reference,
            passage.Span,
            statement.Terms,
            statement.Polarity,
            [.. passage.Quantities.Select(quantity => Figure(quantity, passage))],
            passage.Holds);
    }

    /// <param name="start">Where the words stand in the document.</param>
    public static StatementSignature Thesis(string words, int start) => Statement(words, start);

    /// <summary>A title need not stand in the text, so it has no place there.</summary>
    public static StatementSignature Title(string title) => Statement(title, start: 0) with { Span = default };

    private static StatementSignature Statement(string words, int start)
    {
        Span<char> buffer = stackalloc char[WordForm.MaximumLength];
        var terms = new SortedDictionary<string, TextSpan>(StringComparer.Ordinal);
        var clauses = new ClauseNegations(start);
        var directions = 0;
        var directionSpan = default(TextSpan);
        var scanner = new WordScanner(words);
        while (scanner.MoveNext())
        {
            var word = scanner.Current;
            ReadOnlySpan<char> key = buffer[..WordForm.Key(word.Stem.In(words), buffer)];
            // “Not only … but also” affirms both.
            var isNegation = PolarityWords.IsNegation(key) && !IsFollowedByOnly(words, word.Span.End);
            clauses.Add(word, isNegation, PolarityWords.ContinuesNegation(key));
            if (PolarityWords.DirectionOf(key) is var direction and not 0)
            {
                directions |= direction > 0 ? 1 : 2;
                directionSpan = Shifted(word.Span, start);
            }

            if (key.Length >= ShortestTerm && !FunctionWords.Holds(key) && !PolarityWords.IsNegation(key))
                terms.TryAdd(key.ToString(), Shifted(word.Stem, start));
        }

        return new StatementSignature(
            words,
            new TextSpan(start, start + words.Length),
            [.. terms.Select(pair => new SignatureTerm(pair.Key, pair.Value))],
            new Polarity(clauses.Close(), directions switch { 1 => 1, 2 => -1, _ => 0 }, directionSpan));
    }

    private static bool IsFollowedByOnly(string words, int end) =>
        words.Length - end >= 5 && words.AsSpan(end + 1, 4).Equals("only", StringComparison.OrdinalIgnoreCase);

    private static FigureSignature Figure(Quantity quantity, ComparedPassage passage) =>
        new(quantity, Words(quantity.Span, passage), Terms(quantity.Measured, passage), Terms(quantity.Source, passage));

    private static ImmutableArray<SignatureTerm> Terms(TextSpan? span, ComparedPassage passage) =>
        span is { } words && passage.Span.Contains(words) ? Statement(Words(words, passage), words.Start).Terms : [];

    private static string Words(TextSpan span, ComparedPassage passage) =>
        Shifted(span, -passage.Span.Start).Of(passage.Words);

    private static TextSpan Shifted(TextSpan span, int by) => new(span.Start + by, span.End + by);
}
