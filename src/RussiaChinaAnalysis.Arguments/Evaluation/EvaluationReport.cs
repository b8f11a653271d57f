using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Evaluation;

/// <summary>Everything that could be measured; a check for which the labels hold nothing to compare is only named, in <see cref="Unmeasured"/>.</summary>
/// <param name="Calibration">Of roles.</param>
/// <param name="RelationCalibration">Of relations; one is right when the gold labels have its source, target and kind.</param>
public sealed record EvaluationReport(
    int Documents,
    int Segments,
    ImmutableArray<DetectionResult> Detections,
    ImmutableArray<ClassificationResult> Classifications,
    ThemesResult? Themes,
    Calibration? Calibration,
    Calibration? RelationCalibration,
    SentenceCasesResult? SentenceCases)
{
    /// <summary>The names of the checks without figures, in the order in which figures are printed; empty where there are no documents.</summary>
    public ImmutableArray<string> Unmeasured => Documents == 0
        ? []
        :
        [
            .. DetectionCheck.All.Select(check => check.Name).Except(Detections.Select(result => result.Name)),
            .. ClassificationCheck.All.Select(check => check.Name).Except(Classifications.Select(result => result.Name)),
            .. Calibration is null ? ["confidence of the role"] : Array.Empty<string>(),
            .. RelationCalibration is null ? ["confidence of the relation"] : Array.Empty<string>(),
        ];
}

/// <param name="Documents">How many documents have gold labels for this check.</param>
/// <param name="F1Interval">95 % over documents.</param>
public sealed record DetectionResult(string Name, string Description, int Documents, DetectionCounts Counts, Interval? F1Interval);

/// <inheritdoc cref="DetectionResult"/>
public sealed record ClassificationResult(
    string Name,
    string Description,
    int Documents,
    ConfusionMatrix Confusion,
    Interval? MacroF1Interval,
    Interval? AccuracyInterval);

/// <param name="UsualRight">Right among the cases that are marked as usual in comparisons.</param>
/// <param name="Failed">The cases that came out otherwise.</param>
public sealed record SentenceCasesResult(int Right, int Total, int UsualRight, int UsualTotal, ImmutableArray<FailedSentenceCase> Failed);

public sealed record FailedSentenceCase(string Number, ImmutableArray<string> Expected, ImmutableArray<string> Given);
