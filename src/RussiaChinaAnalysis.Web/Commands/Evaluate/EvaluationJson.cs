using System.Text.Json;
using System.Text.Json.Serialization;
using RussiaChinaAnalysis.Arguments.Evaluation;

namespace RussiaChinaAnalysis.Web.Commands.Evaluate;

/// <summary>The figures as one JSON object, with the names that the tables use.</summary>
internal static class EvaluationJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        WriteIndented = true,
        DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull,
    };

    public static void Write(EvaluationReport report, TextWriter output) =>
        output.WriteLine(JsonSerializer.Serialize(
            new
            {
                report.Documents,
                report.Segments,
                Detections = report.Detections.Select(Detection),
                Classifications = report.Classifications.Select(Classification),
                Themes = report.Themes is { } themes ? Themes(themes) : null,
                report.Calibration,
                report.RelationCalibration,
                report.SentenceCases,
                report.Unmeasured,
            },
            Options));

    private static object Detection(DetectionResult result) => new
    {
        result.Name,
        result.Description,
        result.Documents,
        result.Counts.Found,
        result.Counts.Wrong,
        result.Counts.Missed,
        result.Counts.Score.Precision,
        result.Counts.Score.Recall,
        result.Counts.Score.F1,
        result.F1Interval,
    };

    private static object Themes(ThemesResult result) => new
    {
        result.Documents,
        result.MacroF1,
        result.MacroF1Interval,
        Themes = result.Themes.Select(theme => new
        {
            theme.Slug,
            theme.Documents,
            theme.Counts.Found,
            theme.Counts.Wrong,
            theme.Counts.Missed,
            theme.Counts.Score.Precision,
            theme.Counts.Score.Recall,
            theme.Counts.Score.F1,
        }),
    };

    private static object Classification(ClassificationResult result) => new
    {
        result.Name,
        result.Description,
        result.Documents,
        Units = result.Confusion.Total,
        result.Confusion.MacroF1,
        result.MacroF1Interval,
        result.Confusion.Accuracy,
        result.AccuracyInterval,
        result.Confusion.Kappa,
        Classes = result.Confusion.Scores,
        Confusion = result.Confusion.Classes.ToDictionary(
            gold => gold,
            gold => result.Confusion.Classes.ToDictionary(given => given, given => result.Confusion[gold, given])),
    };
}
