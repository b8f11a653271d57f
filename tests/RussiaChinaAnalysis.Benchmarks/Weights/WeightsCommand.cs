using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using System.Text;
using RussiaChinaAnalysis.Arguments.Evaluation;
using RussiaChinaAnalysis.Arguments.Evaluation.Gold;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Benchmarks.Weights;

/// <summary>
/// What other weights of the rules for roles would give. Each hand that labelled essays is left out in turn: a figure on
/// essays whose labels the weights were fitted to would only flatter.
/// </summary>
internal static class WeightsCommand
{
    private static Option<string> GoldOption { get; } = new("--gold")
    {
        Description = "The folder of labelled essays to fit to.",
        HelpName = "FOLDER",
        DefaultValueFactory = _ => Repository.Gold,
    };

    private static Option<double> PenaltyOption { get; } = new("--penalty")
    {
        Description = "How strongly weights are held to those they have now: what a distance of one costs, in passages.",
        HelpName = "NUMBER",
        DefaultValueFactory = _ => 20,
    };

    private static Option<bool> AllOption { get; } = new("--all")
    {
        Description = "Also fit to all essays, and print the weights that come out beside those of now.",
    };

    public static RootCommand AddWeights(this RootCommand root)
    {
        var command = new Command("weights", "Fits the weights of the rules for roles, and measures each hand's essays with weights fitted to the others'.") { GoldOption, PenaltyOption, AllOption };
        command.SetAction((parsed, cancellation) => Task.FromResult(Run(parsed, cancellation)));
        root.Add(command);
        return root;
    }

    private static int Run(ParseResult parsed, CancellationToken cancellation)
    {
        var gold = GoldDirectory.Read(parsed.GetValue(GoldOption)!, cancellation);
        foreach (var error in gold.Errors)
            Console.Error.WriteLine(error);
        if (!gold.Errors.IsEmpty)
            return 1;

        var penalty = parsed.GetValue(PenaltyOption);
        var rules = File.ReadAllText(Repository.Rules);
        var present = Pipeline(rules);
        // With and without paragraph breaks, since the weights have to serve both.
        var examples = gold.Documents.Concat(gold.Documents.Select(FlatLayout.Flatten)).SelectMany(text => RoleExample.In(text, present)).ToImmutableArray();
        var hands = gold.Documents.GroupBy(text => text.LabelledBy ?? "").OrderBy(hand => hand.Key, StringComparer.Ordinal).ToImmutableArray();

        Console.WriteLine("hand   essays   by sentence: now  fitted to others   inner: now  fitted   flat: now  fitted   error of confidence: now  fitted   flat: now  fitted");
        foreach (var hand in hands)
        {
            cancellation.ThrowIfCancellationRequested();
            var others = RoleFit.Weights([.. examples.Where(example => example.Hand != hand.Key)], penalty);
            Print(hand.Key, [.. hand], present, Pipeline(With(rules, others)));
        }

        if (parsed.GetValue(AllOption))
            PrintWeights(present.Rules, examples, RoleFit.Weights(examples, penalty));
        return 0;
    }

    private static void Print(string hand, ImmutableArray<GoldDocument> texts, ArgumentPipeline present, ArgumentPipeline fitted)
    {
        var flat = texts.Select(FlatLayout.Flatten).ToImmutableArray();
        var (now, then) = (Figures(texts, present), Figures(texts, fitted));
        var (flatNow, flatThen) = (Figures(flat, present), Figures(flat, fitted));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
            $"{hand,4} {texts.Length,8} {now.BySentence,18:0.000} {then.BySentence,17:0.000} {now.Inner,12:0.000} {then.Inner,7:0.000} {flatNow.BySentence,11:0.000} {flatThen.BySentence,7:0.000} {now.Error,25:0.000} {then.Error,7:0.000} {flatNow.Error,11:0.000} {flatThen.Error,7:0.000}"));
    }

    private static (double BySentence, double Inner, double Error) Figures(ImmutableArray<GoldDocument> texts, ArgumentPipeline pipeline)
    {
        var report = Evaluator.Evaluate(texts, text => Labelling.Of(pipeline.Extract(text.Document)));
        return (Macro(report, "role by sentence"), Macro(report, "role by sentence, inner paragraphs"), report.Calibration?.ExpectedError ?? double.NaN);
    }

    private static double Macro(EvaluationReport report, string check) =>
        report.Classifications.FirstOrDefault(result => result.Name == check)?.Confusion.MacroF1 ?? double.NaN;

    private static void PrintWeights(RuleCatalogue rules, ImmutableArray<RoleExample> examples, IReadOnlyDictionary<string, double> fitted)
    {
        var uses = examples.SelectMany(example => example.Rules.Select(rule => (rule.Id, example.Role))).ToLookup(use => use.Id, use => use.Role);
        Console.WriteLine();
        Console.WriteLine("rule                            for        weight  fitted   passages   claim evidence context");
        foreach (var rule in rules.Rules.Where(rule => fitted.ContainsKey(rule.Id)))
        {
            var roles = uses[rule.Id].ToLookup(role => role);
            var total = (double)uses[rule.Id].Count();
            Console.WriteLine(string.Create(CultureInfo.InvariantCulture,
                $"{rule.Id,-31} {rule.SpeaksFor,-8} {rule.Weight,8:0.0} {fitted[rule.Id],7:0.00} {total,10:0} {roles[Role.Claim].Count() / total,7:0%} {roles[Role.Evidence].Count() / total,8:0%} {roles[Role.Context].Count() / total,7:0%}"));
        }
    }

    private static ArgumentPipeline Pipeline(string rules) => new ArgumentPipelineBuilder().UseRules(new DataFile("rules.yaml", rules)).Build();

    /// <summary>The file with other weights.</summary>
    private static string With(string rules, IReadOnlyDictionary<string, double> weights)
    {
        var text = new StringBuilder();
        double? weight = null;
        foreach (var line in rules.Split('\n'))
        {
            if (line.StartsWith("- rule: ", StringComparison.Ordinal))
                weight = weights.TryGetValue(line["- rule: ".Length..].Trim(), out var fitted) ? fitted : null;
            text.Append(weight is { } other && line.StartsWith("  weight: ", StringComparison.Ordinal) ? string.Create(CultureInfo.InvariantCulture, $"  weight: {other:0.00}") : line).Append('\n');
        }

        return text.ToString();
    }
}
