using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using YamlDotNet.RepresentationModel;

namespace RussiaChinaAnalysis.Arguments.Extraction.Data;

/// <summary>Where a relation begins, for the question how often those are right that a rule draws there.</summary>
internal enum RelationCase
{
    /// <summary>In a paragraph of the layout.</summary>
    Layout,

    /// <summary>In a paragraph that was guessed.</summary>
    GuessedLayout,

    /// <summary>In a text that announces its own plan.</summary>
    Planned,
    PlannedGuessedLayout,

    /// <summary>In a text that is too short for an introduction and a conclusion.</summary>
    Short,
}

/// <summary>How often the relations are right that each rule draws.</summary>
internal sealed class RelationShares
{
    public const string FileName = "extraction/relation-confidence.yaml";

    private readonly DataFile file;
    private readonly FrozenDictionary<string, ImmutableArray<double>> byRule;

    private readonly Dictionary<string, YamlMappingNode> entries;

    private RelationShares(DataFile file, Dictionary<string, ImmutableArray<double>> shares, Dictionary<string, YamlMappingNode> entries)
    {
        this.file = file;
        this.entries = entries;
        byRule = shares.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>From 0 to 1.</summary>
    public double Of(string rule, RelationCase where) => byRule[rule][(int)where];

    public static RelationShares Parse(DataFile file, List<DataProblem> problems)
    {
        var shares = new Dictionary<string, ImmutableArray<double>>(StringComparer.Ordinal);
        var entries = new Dictionary<string, YamlMappingNode>(StringComparer.Ordinal);
        foreach (var entry in file.Entries(problems))
        {
            file.Field(entry, "reason", problems);
            var rule = file.Field(entry, "rule", problems);
            var values = Enum.GetValues<RelationCase>().Select(where => file.Number(entry, Name(where), 1, problems)).ToImmutableArray();
            if (rule.Length > 0 && !shares.TryAdd(rule, values))
                problems.Add(file.Problem(entry, $"The rule “{rule}” is there twice."));
            entries.TryAdd(rule, entry);
        }

        return new(file, shares, entries);
    }

    /// <summary>What has to be said of rules that draw relations and are not in the file, and of those in it that draw none.</summary>
    public IEnumerable<DataProblem> Mistaken(IReadOnlyCollection<Rule> drawing) =>
    [
        .. drawing.Where(rule => !byRule.ContainsKey(rule.Id))
            .Select(rule => new DataProblem(file.Name, 1, $"The rule “{rule.Id}” is missing; say how often its relations are right.")),
        .. entries.Where(entry => drawing.All(rule => rule.Id != entry.Key))
            .Select(entry => file.Problem(entry.Value, $"“{entry.Key}” is no rule that draws relations; take the entry out, or correct its name.")),
    ];

    private static string Name(RelationCase where) => JsonNamingPolicy.KebabCaseLower.ConvertName(where.ToString());
}
