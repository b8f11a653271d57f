using System.Collections.Immutable;
using System.CommandLine;
using System.Globalization;
using RussiaChinaAnalysis.Arguments.Evaluation;
using RussiaChinaAnalysis.Arguments.Evaluation.Gold;
using RussiaChinaAnalysis.Arguments.Extraction;
using RussiaChinaAnalysis.Arguments.Extraction.Data;

namespace RussiaChinaAnalysis.Benchmarks.Weights;

/// <summary>Counts how often the relations are right that each rule draws: what stands in <c>data/extraction/relation-confidence.yaml</c>.</summary>
internal static class RelationsCommand
{
    /// <summary>So many relations of the average are added to what was counted, so that few cases say little.</summary>
    private const int Caution = 10;

    /// <summary>The fields of the file, in its order. Each is told from the others by a confidence that only it gives.</summary>
    private static readonly string[] Cases = ["layout", "guessed-layout", "planned", "planned-guessed-layout", "short"];

    public static RootCommand AddRelations(this RootCommand root)
    {
        var command = new Command("relations", "Counts on the development essays how often the relations are right that each rule draws, and prints the file of their confidence.");
        command.SetAction((_, cancellation) => Task.FromResult(Run(cancellation)));
        root.Add(command);
        return root;
    }

    private static int Run(CancellationToken cancellation)
    {
        var gold = GoldDirectory.Read(Repository.Gold, cancellation);
        foreach (var error in gold.Errors)
            Console.Error.WriteLine(error);
        if (!gold.Errors.IsEmpty)
            return 1;

        var rules = File.ReadLines(Repository.RelationConfidence).Where(line => line.StartsWith("- rule: ", StringComparison.Ordinal)).Select(line => line["- rule: ".Length..]).ToImmutableArray();
        var pipeline = new ArgumentPipelineBuilder().UseRelationConfidence(new DataFile("cases", string.Concat(rules.Select(rule => Entry(rule, index => Marker(index), "Tells the cases apart."))))).Build();
        var drawn = gold.Documents.Concat(gold.Documents.Select(FlatLayout.Flatten)).SelectMany(text => Drawn(text, pipeline)).ToImmutableArray();

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"# {drawn.Length} relations, {Share(drawn):0.000} right; expected calibration error with each hand left out: {Error(drawn, rules):0.000}\n"));
        foreach (var rule in rules)
        {
            var counts = Cases.Select((_, index) => drawn.Where(one => one.Rule == rule && one.Case == index).ToList()).Select(some => $"{some.Count(one => one.IsRight)} of {some.Count}").ToList();
            Console.WriteLine(Entry(rule, index => Share(drawn, rule, index), $"Right were {counts[0]} and {counts[1]}, in texts with a plan {counts[2]} and {counts[3]}, in short ones {counts[4]}."));
        }

        return 0;
    }

    private static double Marker(int index) => (index + 1) / 10.0;

    private static string Entry(string rule, Func<int, double> share, string reason) =>
        $"- rule: {rule}\n" + string.Concat(Cases.Select((name, index) => string.Create(CultureInfo.InvariantCulture, $"  {name}: {share(index):0.00}\n"))) + $"  reason: {reason}\n";

    /// <summary>The relations of the extractor that lie between labelled segments, as <c>evaluate</c> compares them.</summary>
    private static IEnumerable<DrawnRelation> Drawn(GoldDocument text, ArgumentPipeline pipeline)
    {
        var structure = pipeline.Extract(text.Document);
        var comparison = new Comparison(text, Labelling.Of(structure));
        if (comparison.Segments.All(segment => segment.Relations is null))
            return [];

        var gold = comparison.Segments
            .SelectMany(segment => (segment.Relations ?? []).Select(relation => (Ends: (segment.Id, relation.Target), relation.Kind)))
            .DistinctBy(relation => relation.Ends).ToDictionary(relation => relation.Ends, relation => relation.Kind);
        var segments = comparison.OtherSegments.ToDictionary(segment => segment.Id);
        return structure.Relations
            .Where(relation => segments.ContainsKey(relation.From) && segments.ContainsKey(relation.To))
            .OrderBy(relation => relation.From)
            .Select(relation => (Relation: relation, From: comparison.GoldFor(segments[relation.From]), To: comparison.GoldFor(segments[relation.To])))
            .Where(one => one.From?.Relations is not null && one.To is not null && one.From != one.To)
            .DistinctBy(one => (one.From!.Id, one.To!.Id))
            .Select(one => new DrawnRelation(
                text.LabelledBy ?? "",
                one.Relation.Cues[0].Rule,
                (int)Math.Round(10 * one.Relation.Confidence) - 1,
                gold.TryGetValue((one.From!.Id, one.To!.Id), out var kind) && kind == one.Relation.Kind));
    }

    private static double Share(IReadOnlyCollection<DrawnRelation> drawn) => drawn.Average(one => one.IsRight ? 1.0 : 0.0);

    private static double Share(IReadOnlyCollection<DrawnRelation> drawn, string rule, int index)
    {
        var ofRule = drawn.Where(one => one.Rule == rule).ToList();
        return Cautious(ofRule.Where(one => one.Case == index), Cautious(ofRule, Share(drawn)));
    }

    private static double Cautious(IEnumerable<DrawnRelation> some, double average) =>
        (some.Count(one => one.IsRight) + (Caution * average)) / (some.Count() + Caution);

    private static double Error(ImmutableArray<DrawnRelation> drawn, ImmutableArray<string> rules) => Calibration.Of([
        .. drawn.GroupBy(one => one.Hand).SelectMany(hand =>
        {
            var others = drawn.Where(one => one.Hand != hand.Key).ToList();
            var shares = rules.ToDictionary(rule => rule, rule => Cases.Select((_, index) => Share(others, rule, index)).ToList());
            return hand.Select(one => (shares[one.Rule][one.Case], one.IsRight));
        })])!.ExpectedError;

    /// <param name="Case">A place in <see cref="Cases"/>.</param>
    private sealed record DrawnRelation(string Hand, string Rule, int Case, bool IsRight);
}
