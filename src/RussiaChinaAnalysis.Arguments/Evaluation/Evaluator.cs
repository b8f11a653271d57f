using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Evaluation.Gold;

namespace RussiaChinaAnalysis.Arguments.Evaluation;

/// <summary>Measures how far a labelling agrees with the gold labels. Equal input gives equal figures.</summary>
public static class Evaluator
{
    /// <param name="label">Labels one text: the extractor, or what people accepted.</param>
    public static EvaluationReport Evaluate(IReadOnlyList<GoldDocument> documents, Func<GoldDocument, Labelling> label) =>
        Evaluate([.. documents.Select(document => new Comparison(document, label(document)))]);

    /// <summary>Measures labels that are there already, such as those of two people.</summary>
    public static EvaluationReport Evaluate(ImmutableArray<Comparison> texts) => new(
        texts.Length,
        texts.Sum(text => text.Segments.Length),
        [.. DetectionCheck.All.Select(check => Result(check, texts)).OfType<DetectionResult>()],
        [.. ClassificationCheck.All.Select(check => Result(check, texts)).OfType<ClassificationResult>()],
        Calibration.Of([.. texts.SelectMany(RoleConfidences)]),
        SentenceCases: null);

    /// <summary>A case is right when all its sentences are, but for the kind and amount of white space in them.</summary>
    /// <param name="sentences">Splits one text.</param>
    public static SentenceCasesResult Evaluate(IReadOnlyList<SentenceCase> cases, Func<string, IEnumerable<string>> sentences)
    {
        var given = cases.Select(testCase => (Case: testCase, Given: sentences(testCase.Input).ToImmutableArray())).ToList();
        var right = given.Where(pair => pair.Case.Expected.Select(Words).SequenceEqual(pair.Given.Select(Words))).ToList();
        return new(
            right.Count,
            cases.Count,
            right.Count(pair => pair.Case.Usual),
            cases.Count(testCase => testCase.Usual),
            [.. given.Except(right).Select(pair => new FailedSentenceCase(pair.Case.Number, pair.Case.Expected, pair.Given))]);
    }

    private static string Words(string sentence) =>
        string.Join(' ', sentence.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries));

    private static DetectionResult? Result(DetectionCheck check, ImmutableArray<Comparison> texts)
    {
        var counts = texts.Select(check.Count).OfType<DetectionCounts>().ToList();
        if (counts.Count == 0)
            return null;

        return new(
            check.Name,
            check.Description,
            counts.Count,
            Sum(Enumerable.Range(0, counts.Count)),
            Bootstrap.Interval(counts.Count, sample => Sum(sample).Score.F1));

        DetectionCounts Sum(IEnumerable<int> sample) => sample.Aggregate(default(DetectionCounts), (sum, index) => sum + counts[index]);
    }

    private static ClassificationResult? Result(ClassificationCheck check, ImmutableArray<Comparison> texts)
    {
        var matrices = texts.Select(text => ConfusionMatrix.Of(check.Classes, check.Judge(text))).Where(matrix => matrix.Total > 0).ToList();
        if (matrices.Count == 0)
            return null;

        return new(
            check.Name,
            check.Description,
            matrices.Count,
            ConfusionMatrix.Sum(check.Classes, matrices),
            Bootstrap.Interval(matrices.Count, sample => Sum(sample).MacroF1),
            Bootstrap.Interval(matrices.Count, sample => Sum(sample).Accuracy));

        ConfusionMatrix Sum(IReadOnlyList<int> sample) => ConfusionMatrix.Sum(check.Classes, sample.Select(index => matrices[index]));
    }

    private static IEnumerable<(double Confidence, bool Right)> RoleConfidences(Comparison text) =>
        text.OtherSegments.SelectMany(segment => (segment.Confidence, text.GoldFor(segment)?.Role) is ({ } confidence, { } role)
            ? [(confidence, segment.Role == role)]
            : Array.Empty<(double, bool)>());
}
