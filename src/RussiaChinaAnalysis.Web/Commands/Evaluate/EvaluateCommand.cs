using System.CommandLine;
using System.Text;
using RussiaChinaAnalysis.Arguments.Evaluation;
using RussiaChinaAnalysis.Arguments.Evaluation.Gold;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Web.Hosting;

namespace RussiaChinaAnalysis.Web.Commands.Evaluate;

internal static class EvaluateCommand
{
    private static Option<string[]> GoldOption { get; } = new("--gold")
    {
        Description = "A folder of labelled texts, or one file; may be given several times. Default: what people accepted in the corpus.",
        HelpName = "PATH",
        AllowMultipleArgumentsPerToken = true,
    };

    private static Option<string[]> SecondOption { get; } = new("--second")
    {
        Description = "The same texts as a second person labelled them: measures how far two people agree, instead of the extractor. With --gold.",
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
            SecondOption,
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
        if (parsed.GetValue(SecondOption) is { Length: > 0 } && parsed.GetValue(GoldOption) is not { Length: > 0 })
            throw new UserMistakeException("--second asks for the first labels of the same texts: name them with --gold.");
        var gold = parsed.GetValue(GoldOption) is { Length: > 0 } paths
            ? HumanLabels.OfFiles(paths, settings, cancellation)
            : await HumanLabels.OfCorpusAsync(settings, cancellation);

        var report = parsed.GetValue(SecondOption) is { Length: > 0 } second
            ? Agreement(Layout(gold), Layout(HumanLabels.OfFiles(second, settings, cancellation)))
            : Extractor(gold, Layout(gold), cancellation);

        if (parsed.GetValue(FormatOption) == "json")
            EvaluationJson.Write(report, Console.Out);
        else
            EvaluationTables.Write(report, Console.Out);
        return ExitCode.Success;

        List<GoldDocument> Layout(HumanLabels labels) => parsed.GetValue(FlatOption) ? labels.Documents.ConvertAll(FlatLayout.Flatten) : labels.Documents;
    }

    private static EvaluationReport Agreement(List<GoldDocument> first, List<GoldDocument> second)
    {
        var comparisons = SecondLabels.Compare(first, second, out var errors);
        return errors.Count == 0 ? Evaluator.Evaluate(comparisons) : throw new UserMistakeException(errors);
    }

    private static EvaluationReport Extractor(HumanLabels gold, List<GoldDocument> documents, CancellationToken cancellation)
    {
        var report = Evaluator.Evaluate(documents, document =>
        {
            cancellation.ThrowIfCancellationRequested();
            return Labelling.Of(gold.Pipeline.Extract(document.Document));
        });
        return gold.SentenceCases.Count == 0 ? report
            : report with { SentenceCases = Evaluator.Evaluate(gold.SentenceCases, text => Sentences(gold.Pipeline, text, cancellation)) };
    }

    private static IEnumerable<string> Sentences(ArgumentPipeline pipeline, string text, CancellationToken cancellation)
    {
        var file = new SourceFile("case.txt", Encoding.UTF8.GetBytes(text));
        if (DocumentReaders.Default.Read(file, ReadingLimits.Default, cancellation) is not ReadResult.Success { Document: var document })
            return [];

        return pipeline.Extract(document).Sentences.Select(sentence => sentence.Of(document.Text));
    }
}
