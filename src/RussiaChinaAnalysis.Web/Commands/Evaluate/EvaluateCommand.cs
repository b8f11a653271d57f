using System.CommandLine;
using System.Text;
using RussiaChinaAnalysis.Arguments.Evaluation;
using RussiaChinaAnalysis.Arguments.Evaluation.Gold;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Web.Commands.Evaluate;

internal static class EvaluateCommand
{
    private static Option<string[]> GoldOption { get; } = new("--gold")
    {
        Description = "A folder of labelled texts, or one file; may be given several times. Default: what people accepted in the corpus.",
        HelpName = "PATH",
        AllowMultipleArgumentsPerToken = true,
    };

    private static Option<string> FormatOption { get; } = new Option<string>("--format")
    {
        Description = "How to print the figures.",
        DefaultValueFactory = _ => "text",
    }.AcceptOnlyFromAmong("text", "json");

    private static Option<bool> FlatOption { get; } = new("--flat")
    {
        Description = "Take headings and paragraph breaks away from labelled essays first.",
    };

    /// <summary>Adds <c>evaluate</c>, which measures the extractor on texts that people have labelled.</summary>
    public static RootCommand AddEvaluate(this RootCommand root)
    {
        var command = new Command("evaluate", "Compare the extractor with human labels: precision, recall, F1 and their intervals.")
        {
            GoldOption,
            FormatOption,
            FlatOption,
        };
        command.SetAction(RunAsync);
        root.Subcommands.Add(command);
        return root;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var settings = parsed.Read([]);
        var gold = parsed.GetValue(GoldOption) is { Length: > 0 } paths
            ? HumanLabels.OfFiles(paths, settings, cancellation)
            : await HumanLabels.OfCorpusAsync(settings, cancellation);

        var documents = parsed.GetValue(FlatOption) ? gold.Documents.ConvertAll(FlatLayout.Flatten) : gold.Documents;
        var report = Evaluator.Evaluate(documents, document =>
        {
            cancellation.ThrowIfCancellationRequested();
            return Labelling.Of(gold.Pipeline.Extract(document.Document));
        });
        if (gold.SentenceCases.Count > 0)
            report = report with { SentenceCases = Evaluator.Evaluate(gold.SentenceCases, text => Sentences(gold.Pipeline, text, cancellation)) };

        if (parsed.GetValue(FormatOption) == "json")
            EvaluationJson.Write(report, Console.Out);
        else
            EvaluationTables.Write(report, Console.Out);
        return ExitCode.Success;
    }

    private static IEnumerable<string> Sentences(ArgumentPipeline pipeline, string text, CancellationToken cancellation)
    {
        var file = new SourceFile("case.txt", Encoding.UTF8.GetBytes(text));
        if (DocumentReaders.Default.Read(file, ReadingLimits.Default, cancellation) is not ReadResult.Success { Document: var document })
            return [];

        return pipeline.Extract(document).Sentences.Select(sentence => sentence.Of(document.Text));
    }
}
