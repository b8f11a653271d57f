using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Codebook;

/// <summary>The keys of one group, checked against those that it may have; what is wrong is reported once, here.</summary>
internal sealed class YamlFields
{
    private readonly Dictionary<string, YamlTree> values = new(StringComparer.Ordinal);
    private readonly YamlPosition owner;
    private readonly string ownerName;
    private readonly Action<YamlPosition, string> report;

    private YamlFields(YamlPosition owner, string ownerName, Action<YamlPosition, string> report)
    {
        this.owner = owner;
        this.ownerName = ownerName;
        this.report = report;
    }

    public static YamlFields Of(YamlTree.Mapping mapping, string ownerName, ImmutableArray<string> known, Action<YamlPosition, string> report)
    {
        var fields = new YamlFields(mapping.Position, ownerName, report);
        foreach (var (key, value) in mapping.Entries)
        {
            if (key is not YamlTree.Scalar { Value: var name })
                report(key.Position, $"A key must be a text; this one is {key.Kind}.");
            else if (!known.Contains(name))
                report(key.Position, $"The key “{name}” is unknown in {ownerName}.{NearestName.Hint(name, known)} Known keys: {string.Join(", ", known)}.");
            else if (!fields.values.TryAdd(name, value))
                report(key.Position, $"The key “{name}” stands twice in {ownerName}. Keep one of them.");
        }

        return fields;
    }

    public YamlPosition PositionOf(string name) => values.TryGetValue(name, out var value) ? value.Position : owner;

    /// <summary>A text that is not blank, trimmed; null, and reported, otherwise.</summary>
    public string? Text(string name, string hint = "")
    {
        if (!values.TryGetValue(name, out var value))
        {
            report(owner, $"The key “{name}” is missing in {ownerName}. Add “{name}: …”.");
            return null;
        }

        if (value is not YamlTree.Scalar scalar)
        {
            report(value.Position, $"“{name}” in {ownerName} must be a text; it is {value.Kind}.");
            return null;
        }

        if (TextNormaliser.Normalise(scalar.Value).Trim() is { Length: > 0 } text)
            return text;

        report(value.Position, $"“{name}” in {ownerName} is empty. Write a value after the colon.{hint}");
        return null;
    }

    /// <summary>As <see cref="Text"/>, but a key that is absent, empty or null is no mistake.</summary>
    public string? OptionalText(string name) =>
        !values.TryGetValue(name, out var value) || value is YamlTree.Scalar { IsPlain: true, Value: "" or "~" or "null" }
            ? null
            : Text(name);

    public YamlTree.Sequence? Sequence(string name)
    {
        if (!values.TryGetValue(name, out var value))
            report(owner, $"The key “{name}” is missing in {ownerName}. Add “{name}:” with a list below it.");
        else if (value is YamlTree.Sequence sequence)
            return sequence;
        else
            report(value.Position, $"“{name}” in {ownerName} must be a list, each entry after a hyphen; it is {value.Kind}.");

        return null;
    }

    /// <summary>Null when the key is absent or empty; anything but a group of keys is reported.</summary>
    public YamlTree.Mapping? OptionalMapping(string name, string hint)
    {
        if (!values.TryGetValue(name, out var value) || value is YamlTree.Scalar { IsPlain: true, Value: "" or "~" or "null" })
            return null;
        if (value is YamlTree.Mapping mapping)
            return mapping;

        report(value.Position, $"“{name}” in {ownerName} is {value.Kind}. {hint}");
        return null;
    }
}
