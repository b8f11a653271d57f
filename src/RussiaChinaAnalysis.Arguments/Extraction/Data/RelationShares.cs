using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;

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

    private RelationShares(DataFile file, Dictionary<string, ImmutableArray<double>> shares)
    {
        this.file = file;
        byRule = shares.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>From 0 to 1.</summary>
    public double Of(string rule, RelationCase where) => byRule[rule][(int)where];

    public static RelationShares Parse(DataFile file, List<DataProblem> problems)
    {
        var shares = new Dictionary<string, ImmutableArray<double>>(StringComparer.Ordinal);
        foreach (var entry in file.Entries(problems))
        {
            file.Field(entry, "reason", problems);
            var rule = file.Field(entry, "rule", problems);
            var values = Enum.GetValues<RelationCase>().Select(where => file.Number(entry, Name(where), 1, problems)).ToImmutableArray();
            if (rule.Length > 0 && !shares.TryAdd(rule, values))
                problems.Add(file.Problem(entry, $"The rule “{rule}” is there twice."));
        }

        return new(file, shares);
    }

    /// <summary>What has to be said of rules that draw relations and are not in the file.</summary>
    public IEnumerable<DataProblem> Missing(IEnumerable<Rule> drawing) => drawing.Where(rule => !byRule.ContainsKey(rule.Id))
        .Select(rule => new DataProblem(file.Name, 1, $"The rule “{rule.Id}” is missing; say how often its relations are right."));

    private static string Name(RelationCase where) => JsonNamingPolicy.KebabCaseLower.ConvertName(where.ToString());
}
