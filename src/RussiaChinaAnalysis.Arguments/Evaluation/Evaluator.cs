using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Evaluation.Gold;

namespace RussiaChinaAnalysis.Arguments.Evaluation;

/// <summary>Measures how far a labelling agrees with the gold labels. Equal input gives equal figures.</summary>
public static class Evaluator
{
    /// <param name="label">Labels one text: the extractor, or what people accepted.</param>
    /// <param name="withIntervals">False leaves the intervals out, which take longer than everything else.</param>
    public static EvaluationReport Evaluate(IReadOnlyList<GoldDocument> documents, Func<GoldDocument, Labelling> label, bool withIntervals = true) =>
        Evaluate([.. documents.Select(document => new Comparison(document, label(document)))], withIntervals);

    /// <summary>Measures labels that are there already, such as those of two people.</summary>
    /// <param name="withIntervals">As for labels that are made.</param>
    public static EvaluationReport Evaluate(ImmutableArray<Comparison> texts, bool withIntervals = true) => new(
        texts.Length,
        texts.Sum(text => text.Segments.Length),
        [.. DetectionCheck.All.Select(check => Result(check, texts, withIntervals)).OfType<DetectionResult>()],
        [.. ClassificationCheck.All.Select(check => Result(check, texts, withIntervals)).OfType<ClassificationResult>()],
        ThemesResult.Of(texts, withIntervals),
        Calibration.Of([.. texts.SelectMany(RoleConfidences)]),
        Calibration.Of([.. texts.SelectMany(RelationPairs.Confidences)]),
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

    private static DetectionResult? Result(DetectionCheck check, ImmutableArray<Comparison> texts, bool withIntervals)
    {
        var counts = texts.Select(check.Count).OfType<DetectionCounts>().ToList();
        if (counts.Count == 0)
            return null;

        return new(
            check.Name,
            check.Description,
            counts.Count,
            Sum(Enumerable.Range(0, counts.Count)),
            Interval(sample => Sum(sample).Score.F1));

        Interval? Interval(Func<IReadOnlyList<int>, double> figure) => withIntervals ? Bootstrap.Interval(counts.Count, figure) : null;

        DetectionCounts Sum(IEnumerable<int> sample) => sample.Aggregate(default(DetectionCounts), (sum, index) => sum + counts[index]);
    }

    private static ClassificationResult? Result(ClassificationCheck check, ImmutableArray<Comparison> texts, bool withIntervals)
    {
        var matrices = texts.Select(text => ConfusionMatrix.Of(check.Classes, check.Judge(text))).Where(matrix => matrix.Total > 0).ToList();
        if (matrices.Count == 0)
            return null;

        return new(
            check.Name,
            check.Description,
            matrices.Count,
            ConfusionMatrix.Sum(check.Classes, matrices),
            Interval(sample => Sum(sample).MacroF1),
            Interval(sample => Sum(sample).Accuracy));

        Interval? Interval(Func<IReadOnlyList<int>, double> figure) => withIntervals ? Bootstrap.Interval(matrices.Count, figure) : null;

        ConfusionMatrix Sum(IReadOnlyList<int> sample) => ConfusionMatrix.Sum(check.Classes, sample.Select(index => matrices[index]));
    }

    private static IEnumerable<(double Confidence, bool Right)> RoleConfidences(Comparison text) =>
        text.OtherSegments.SelectMany(segment => (segment.Confidence, text.GoldFor(segment)?.Role) is ({ } confidence, { } role)
            ? [(confidence, segment.Role == role)]
            : Array.Empty<(double, bool)>());
}
