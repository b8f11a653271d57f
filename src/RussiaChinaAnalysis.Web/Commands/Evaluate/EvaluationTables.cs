using System.Globalization;
using RussiaChinaAnalysis.Arguments.Evaluation;
using Spectre.Console;
using Cell = Spectre.Console.Text;

namespace RussiaChinaAnalysis.Web.Commands.Evaluate;

/// <summary>The figures as tables of plain text, the same on a terminal and in a file.</summary>
internal static class EvaluationTables
{
    /// <summary>In characters. Fixed, so that what is written to a file does not depend on the terminal.</summary>
    private const int Width = 120;

    public static void Write(EvaluationReport report, TextWriter output)
    {
        var console = AnsiConsole.Create(new AnsiConsoleSettings
        {
            Ansi = AnsiSupport.No,
            ColorSystem = ColorSystemSupport.NoColors,
            Interactive = InteractionSupport.No,
            Out = new AnsiConsoleOutput(output),
        });
        console.Profile.Width = Width;

        if (report.Documents > 0)
        {
            console.WriteLine(Invariant($"{report.Documents} documents, {report.Segments} labelled segments. Intervals: 95 %, bootstrap over documents."));
            console.Write(Summary(report));
            if (!report.Unmeasured.IsEmpty)
                console.WriteLine($"Not measured, since the labels hold nothing to compare: {string.Join("; ", report.Unmeasured)}.");
            foreach (var result in report.Classifications)
                WriteClasses(console, result);
            if (report.Themes is { } themes)
                WriteThemes(console, themes);
        }

        if (report.Calibration is { } calibration)
            WriteCalibration(console, "role", "passages", calibration);
        if (report.RelationCalibration is { } ofRelations)
            WriteCalibration(console, "relation", "relations", ofRelations);
        if (report.SentenceCases is { } cases)
            WriteSentenceCases(console, cases);
    }

    private static Table Summary(EvaluationReport report)
    {
        var table = Table("", "texts", "precision", "recall", "F1", "interval", "accuracy", "kappa");
        foreach (var result in report.Detections)
        {
            var score = result.Counts.Score;
            table.AddTextRow(result.Name, Number(result.Documents), Figure(score.Precision), Figure(score.Recall), Figure(score.F1), Range(result.F1Interval), "", "");
        }

        if (report.Themes is { } themes)
            table.AddTextRow("themes (macro)", Number(themes.Documents), Figure(themes.MacroPrecision), Figure(themes.MacroRecall), Figure(themes.MacroF1), Range(themes.MacroF1Interval), "", "");

        foreach (var result in report.Classifications)
        {
            table.AddTextRow(
                result.Name + " (macro)",
                Number(result.Documents),
                Figure(Mean(result, score => score.Precision)),
                Figure(Mean(result, score => score.Recall)),
                Figure(result.Confusion.MacroF1),
                Range(result.MacroF1Interval),
                Figure(result.Confusion.Accuracy),
                Figure(result.Confusion.Kappa));
        }

        return table;
    }

    private static void WriteClasses(IAnsiConsole console, ClassificationResult result)
    {
        console.WriteLine(Invariant($"{result.Name}: {result.Description}; {result.Confusion.Total} units"));
        var table = Table(["gold \\ given", .. result.Confusion.Classes, "precision", "recall", "F1"]);
        foreach (var score in result.Confusion.Scores.Where(score => score.Support > 0))
        {
            table.AddTextRow([
                score.Name,
                .. result.Confusion.Classes.Select(given => Number(result.Confusion[score.Name, given])),
                Figure(score.Precision),
                Figure(score.Recall),
                Figure(score.F1)]);
        }

        console.Write(table);
    }

    private static void WriteThemes(IAnsiConsole console, ThemesResult result)
    {
        console.WriteLine(Invariant($"themes, each by itself; \"texts\": how many of the {result.Documents} texts with themes have it in their labels"));
        var table = Table("theme", "texts", "found", "wrong", "missed", "precision", "recall", "F1");
        foreach (var (slug, documents, counts) in result.Themes)
        {
            var score = counts.Score;
            table.AddTextRow(slug, Number(documents), Number(counts.Found), Number(counts.Wrong), Number(counts.Missed), Figure(score.Precision), Figure(score.Recall), Figure(score.F1));
        }

        console.Write(table);
    }

    private static void WriteCalibration(IAnsiConsole console, string label, string labels, Calibration calibration)
    {
        console.WriteLine(Invariant($"confidence of the {label}: expected calibration error {calibration.ExpectedError:0.000} over {calibration.Labels} {labels}"));
        var table = Table("confidence", labels, "mean confidence", "share right");
        foreach (var bin in calibration.Bins)
            table.AddTextRow(Invariant($"{bin.From:0.0}-{bin.To:0.0}"), Number(bin.Labels), Figure(bin.Confidence), Figure(bin.Accuracy));
        console.Write(table);
    }

    private static void WriteSentenceCases(IAnsiConsole console, SentenceCasesResult cases)
    {
        console.WriteLine(Invariant($"sentence cases: {cases.Right} of {cases.Total} right"));
        if (cases.UsualTotal > 0)
            console.WriteLine(Invariant($"of those on which splitters are usually compared: {cases.UsualRight} of {cases.UsualTotal} right"));
        if (cases.Failed.IsEmpty)
            return;

        var table = Table("case", "expected", "given");
        foreach (var failed in cases.Failed)
            table.AddTextRow(failed.Number, string.Join(" ||| ", failed.Expected), string.Join(" ||| ", failed.Given));
        console.Write(table);
    }

    private static Table Table(params string[] columns)
    {
        var table = new Table { Border = TableBorder.Ascii2, UseSafeBorder = true };
        foreach (var (column, index) in columns.Select((column, index) => (column, index)))
        {
            var added = new TableColumn(new Cell(column));
            table.AddColumn(index == 0 ? added.NoWrap() : added);
        }

        return table;
    }

    private static void AddTextRow(this Table table, params string[] cells) => table.AddRow(cells.Select(cell => new Cell(cell)));

    private static double Mean(ClassificationResult result, Func<ClassScore, double> figure) =>
        result.Confusion.Scores.Where(score => score.Support > 0).Select(figure).DefaultIfEmpty(0).Average();

    private static string Range(Interval? interval) => interval is null ? "" : Invariant($"{interval.Low:0.000}-{interval.High:0.000}");

    private static string Figure(double figure) => figure.ToString("0.000", CultureInfo.InvariantCulture);

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);
}
