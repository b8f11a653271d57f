using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Extraction.Quantities;
using RussiaChinaAnalysis.Arguments.Text;
using RussiaChinaAnalysis.Arguments.Text.Words;

namespace RussiaChinaAnalysis.Arguments.Comparison;

/// <summary>Reads from an extracted document what is compared with other documents.</summary>
public static class SignatureReader
{
    private const int ShortestTerm = 3;

    /// <param name="document">The number by which links will name the document.</param>
    public static DocumentSignature Read(int document, ArgumentStructure structure)
    {
        var text = structure.Document.Text;
        var conclusions = structure.Passages
            .Where(passage => passage.IsThesis)
            .Select(passage => Statement(text, passage.Span));
        return new DocumentSignature(
            document,
            [Title(structure.Document.Metadata.Title), .. conclusions],
            [.. structure.Passages
                .Where(passage => passage.Role != Role.Context)
                .Select(passage => Read(new PassageReference(document, passage.Id), passage, text))]);
    }

    public static PassageSignature Read(PassageReference reference, ExtractedPassage passage, string text)
    {
        var statement = Statement(text, passage.Span);
        return new PassageSignature(
            reference,
            passage.Span,
            statement.Terms,
            statement.Polarity,
            [.. passage.Quantities.Select(quantity => Figure(quantity, text))],
            Holds: passage is not { Attribution: AttributionKind.Reported, Stance: Stance.Opp });
    }

    // The title need not stand in the text, so it has no place there.
    private static StatementSignature Title(string title) =>
        Statement(title, new TextSpan(0, title.Length)) with { Span = default };

    private static StatementSignature Statement(string text, TextSpan span)
    {
        Span<char> buffer = stackalloc char[WordForm.MaximumLength];
        var terms = new SortedDictionary<string, TextSpan>(StringComparer.Ordinal);
        var clauses = new ClauseNegations();
        var directions = 0;
        var directionSpan = default(TextSpan);
        var scanner = new WordScanner(text, span);
        while (scanner.MoveNext())
        {
            var word = scanner.Current;
            ReadOnlySpan<char> key = buffer[..WordForm.Key(word.Stem.In(text), buffer)];
            // “Not only … but also” affirms both.
            var isNegation = PolarityWords.IsNegation(key) && !IsFollowedByOnly(text, word.Span.End, span.End);
            clauses.Add(word, isNegation);
            if (PolarityWords.DirectionOf(key) is var direction and not 0)
            {
                directions |= direction > 0 ? 1 : 2;
                directionSpan = word.Span;
            }

            if (key.Length >= ShortestTerm && !FunctionWords.Holds(key) && !PolarityWords.IsNegation(key))
                terms.TryAdd(key.ToString(), word.Stem);
        }

        return new StatementSignature(
            span.Of(text),
            span,
            [.. terms.Select(pair => new SignatureTerm(pair.Key, pair.Value))],
            new Polarity(clauses.Close(), directions switch { 1 => 1, 2 => -1, _ => 0 }, directionSpan));
    }

    private static bool IsFollowedByOnly(string text, int start, int end) =>
        end - start >= 5 && text.AsSpan(start + 1, 4).Equals("only", StringComparison.OrdinalIgnoreCase);

    private static FigureSignature Figure(Quantity quantity, string text) => new(
        quantity,
        quantity.Span.Of(text),
        quantity.Measured is { } measured ? Statement(text, measured).Terms : [],
        quantity.Source is { } source ? Statement(text, source).Terms : []);
}
