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
        command.TreatUnmatchedTokensAsErrors = false;
        command.SetAction(RunAsync);
        root.Subcommands.Add(command);
        return root;
    }

    private static async Task<int> RunAsync(ParseResult parsed, CancellationToken cancellation)
    {
        var (first, second, settings) = Read(parsed);
        if (second.Count > 0 && first.Count == 0)
            throw new UserMistakeException("--second asks for the first labels of the same texts: name them with --gold.");
        var gold = first.Count > 0
            ? HumanLabels.OfFiles(first, settings, cancellation)
            : await HumanLabels.OfCorpusAsync(settings, cancellation);

        var report = second.Count > 0
            ? Agreement(Layout(gold), Layout(HumanLabels.OfFiles(second, settings, cancellation)))
            : Extractor(gold, Layout(gold), cancellation);

        if (parsed.GetValue(FormatOption) == "json")
            EvaluationJson.Write(report, Console.Out);
        else
            EvaluationTables.Write(report, Console.Out);
        return ExitCode.Success;

        List<GoldDocument> Layout(HumanLabels labels) => parsed.GetValue(FlatOption) ? labels.Documents.ConvertAll(FlatLayout.Flatten) : labels.Documents;
    }

    /// <summary>An option that takes several paths takes whatever follows it, settings and misspelt options too.</summary>
    /// <exception cref="UserMistakeException">An option is unknown, a path belongs to no option, or an option has no path left.</exception>
    private static (List<string> First, List<string> Second, Settings Settings) Read(ParseResult parsed)
    {
        List<string> options = [.. parsed.UnmatchedTokens];
        var (first, second) = (Paths(GoldOption), Paths(SecondOption));
        return (first, second, parsed.Read(options));

        List<string> Paths(Option<string[]> option)
        {
            if (parsed.GetValue(option) is not { Length: > 0 } tokens)
                return [];
            // A name that begins with a hyphen can still be given, as ./-name.
            options.AddRange(tokens.Where(token => token.StartsWith('-')));
            List<string> paths = [.. tokens.Where(token => !token.StartsWith('-'))];
            return paths.Count > 0 ? paths : throw new UserMistakeException($"{option.Name} names no path.", "See --help.");
        }
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
