namespace RussiaChinaAnalysis.Web.Commands.Extract;

/// <summary>The reasons for the labels of one document, in words.</summary>
/// <param name="rules">Those that its cues name.</param>
internal sealed class ReadableReasons(IReadOnlyDictionary<string, RuleEntry> rules)
{
    private readonly HashSet<string> explained = new(StringComparer.Ordinal);

    /// <summary>What speaks for a label, the strongest first, and then what was outweighed.</summary>
    public string For(IEnumerable<CueEntry> cues, PassageEntry passage)
    {
        var sides = cues.OrderByDescending(cue => Math.Abs(cue.Weight))
            .DistinctBy(cue => (cue.Rule, Words(cue, passage)))
            .ToLookup(cue => cue.Weight >= 0, cue => Reason(cue.Rule, Words(cue, passage)));
        var against = sides[false].Any() ? $"outweighing: {string.Join("; ", sides[false])}" : null;
        return string.Join("; ", sides[true].Append(against).OfType<string>());
    }

    /// <summary>A title such as “Ending” tells a newcomer little, so each rule is explained; once, or the same sentences would stand at every passage.</summary>
    private string Reason(string id, string? words)
    {
        var rule = rules[id];
        var named = words is null ? rule.Title : $"{rule.Title} “{words}”";
        return explained.Add(id) ? $"{named} – {rule.Explanation.TrimEnd('.')}" : named;
    }

    /// <summary>The words that triggered the rule; null where they are simply the passage.</summary>
    private static string? Words(CueEntry cue, PassageEntry passage) =>
        cue.Start == passage.Start && cue.End == passage.End ? null : Shorten(cue.Text.ReplaceLineEndings(" "));

    private static string Shorten(string text) => text.Length <= 40 ? text : $"{text.AsSpan(0, 39).TrimEnd()}…";
}
