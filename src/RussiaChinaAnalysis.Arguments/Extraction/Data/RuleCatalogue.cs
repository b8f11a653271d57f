using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Globalization;
using YamlDotNet.RepresentationModel;

namespace RussiaChinaAnalysis.Arguments.Extraction.Data;

/// <summary>Every rule that a cue can name, with its weight and its explanation in words.</summary>
public sealed class RuleCatalogue
{
    internal const string FileName = "extraction/rules.yaml";

    private readonly DataFile file;
    private readonly FrozenDictionary<string, Rule> byId;
    private readonly List<DataProblem> missing = [];

    private RuleCatalogue(DataFile file, ImmutableArray<Rule> rules)
    {
        this.file = file;
        Rules = rules;
        byId = rules.ToFrozenDictionary(rule => rule.Id, StringComparer.Ordinal);
    }

    /// <summary>In the order of the file.</summary>
    public ImmutableArray<Rule> Rules { get; }

    /// <summary>The rule of that name; null when the catalogue has none.</summary>
    public Rule? Find(string id) => byId.GetValueOrDefault(id);

    /// <summary>The rule that a stage is built on. One that is missing is remembered in <see cref="Missing"/>.</summary>
    internal Rule this[string id]
    {
        get
        {
            if (byId.TryGetValue(id, out var rule))
                return rule;
            missing.Add(new DataProblem(file.Name, 1, $"The rule “{id}” is missing."));
            return new Rule(id, Label.Role, 0, id, "", "");
        }
    }

    internal IReadOnlyList<DataProblem> Missing => missing;

    internal static RuleCatalogue Parse(DataFile file, List<DataProblem> problems)
    {
        var rules = ImmutableArray.CreateBuilder<Rule>();
        var known = new HashSet<string>(StringComparer.Ordinal);
        foreach (var entry in file.Entries(problems))
        {
            var id = file.Field(entry, "rule", problems);
            if (id.Length > 0 && !known.Add(id))
            {
                problems.Add(file.Problem(entry, $"The rule “{id}” is there twice."));
                continue;
            }

            var target = file.Choice<Target>(entry, "for", problems);
            rules.Add(new Rule(
                id,
                Targets.LabelOf(target ?? default),
                Weight(file, entry, problems),
                file.Field(entry, "title", problems),
                file.Field(entry, "explanation", problems),
                file.Field(entry, "reason", problems))
            {
                Target = target ?? default,
            });
        }

        return new RuleCatalogue(file, rules.DrainToImmutable());
    }

    private static double Weight(DataFile file, YamlMappingNode entry, List<DataProblem> problems)
    {
        var text = file.Field(entry, "weight", problems);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var weight) && Math.Abs(weight) <= 20)
            return weight;
        if (text.Length > 0)
            problems.Add(file.Problem(entry.Children["weight"], $"“{text}” is not a weight: a number from -20 to 20, with a decimal point."));
        return 0;
    }
}
