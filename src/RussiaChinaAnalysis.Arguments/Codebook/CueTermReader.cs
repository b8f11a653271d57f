using System.Collections.Immutable;
using System.Globalization;
using RussiaChinaAnalysis.Arguments.Codebook.Matching;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Codebook;

/// <summary>Reads the cues of one theme: each a key with its weight.</summary>
internal static class CueTermReader
{
    public const string Hint = "Write each cue on a line of its own with its weight, such as “trading partner: 0.8”.";

    public static ImmutableArray<CueTerm> Read(YamlTree.Mapping? cues, string owner, Action<YamlPosition, string> report)
    {
        if (cues is null)
            return [];

        var terms = ImmutableArray.CreateBuilder<CueTerm>();
        var seen = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var (key, value) in cues.Entries)
        {
            if (key is not YamlTree.Scalar { Value: var written })
            {
                report(key.Position, $"A cue of {owner} is {key.Kind}. {Hint}");
                continue;
            }

            var text = TextNormaliser.Normalise(written).Trim();
            var pattern = CuePattern.Of(text);
            if (pattern.Words.IsEmpty)
                report(key.Position, $"The cue “{text}” of {owner} holds no word. Use letters or digits.");
            else if (pattern.Words.Length > CuePattern.MaximumWords)
                report(key.Position, $"The cue “{text}” of {owner} has {pattern.Words.Length} words; at most {CuePattern.MaximumWords} are allowed. Shorten it.");
            else if (!seen.TryAdd(pattern.Identity, text))
                report(key.Position, $"The cue “{text}” of {owner} matches the same words as “{seen[pattern.Identity]}”. Keep one of them.");

            if (ReadWeight(value, text, owner, report) is { } weight)
                terms.Add(new CueTerm(text, weight));
        }

        return terms.ToImmutable();
    }

    private static double? ReadWeight(YamlTree value, string text, string owner, Action<YamlPosition, string> report)
    {
        if (value is YamlTree.Scalar { Value: var written }
            && double.TryParse(written, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var weight)
            && weight is > 0 and <= 1)
            return weight;

        var found = value is YamlTree.Scalar { Value: var wrong } ? $"“{wrong}”" : value.Kind;
        report(value.Position, $"The weight of the cue “{text}” of {owner} is {found}. It must be a number above 0 and at most 1, such as 0.8.");
        return null;
    }
}
