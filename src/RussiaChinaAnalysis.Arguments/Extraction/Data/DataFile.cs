using System.Globalization;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace RussiaChinaAnalysis.Arguments.Extraction.Data;

/// <summary>The text of a data file, with the name that problems are reported under.</summary>
public sealed record DataFile(string Name, string Text)
{
    /// <summary>The file that ships with the library.</summary>
    internal static DataFile Embedded(string name)
    {
        using var stream = typeof(DataFile).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The assembly lacks its resource {name}.");
        using var reader = new StreamReader(stream);
        return new DataFile(name, reader.ReadToEnd());
    }

    /// <summary>The entries of a file that is one list of mappings; what is none is reported.</summary>
    internal IEnumerable<YamlMappingNode> Entries(List<DataProblem> problems)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(new StringReader(Text));
        }
        catch (YamlException broken)
        {
            problems.Add(new DataProblem(Name, (int)broken.Start.Line, broken.Message));
            return [];
        }

        if (yaml.Documents is not [{ RootNode: YamlSequenceNode list }])
        {
            problems.Add(new DataProblem(Name, 1, "The file must be one list of entries, each beginning with a hyphen."));
            return [];
        }

        var entries = new List<YamlMappingNode>();
        foreach (var node in list)
            if (node is YamlMappingNode mapping)
                entries.Add(mapping);
            else
                problems.Add(Problem(node, "An entry must hold fields of the form name: value."));
        return entries;
    }

    internal DataProblem Problem(YamlNode node, string message) => new(Name, (int)node.Start.Line, message);

    /// <summary>The text of a field; a missing one is reported and read as empty.</summary>
    internal string Field(YamlMappingNode entry, string field, List<DataProblem> problems)
    {
        if (entry.Children.TryGetValue(field, out var node) && node is YamlScalarNode { Value.Length: > 0 } scalar)
            return scalar.Value;
        problems.Add(Problem(entry, $"The entry lacks its field “{field}”."));
        return "";
    }

    /// <summary>The items of a field that holds a list of words; a missing one is reported and read as empty.</summary>
    internal IEnumerable<YamlScalarNode> List(YamlMappingNode entry, string field, List<DataProblem> problems)
    {
        if (entry.Children.TryGetValue(field, out var node) && node is YamlSequenceNode list)
            return list.OfType<YamlScalarNode>();
        problems.Add(Problem(entry, $"The entry lacks its list “{field}”."));
        return [];
    }

    /// <summary>A number above 0 and up to <paramref name="most"/>; what is none is reported and read as 0.</summary>
    internal double Number(YamlMappingNode entry, string field, double most, List<DataProblem> problems)
    {
        var text = Field(entry, field, problems);
        if (double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) && number > 0 && number <= most)
            return number;
        if (text.Length > 0)
            problems.Add(Problem(entry.Children[field], $"“{text}” is not a {field}: a number above 0 and up to {most.ToString(CultureInfo.InvariantCulture)}, with a decimal point."));
        return 0;
    }

    /// <summary>The value of an enumeration, written in kebab case.</summary>
    internal T? Choice<T>(YamlMappingNode entry, string field, List<DataProblem> problems) where T : struct, Enum
    {
        var text = Field(entry, field, problems);
        if (text.Length == 0)
            return null;
        if (Enum.TryParse<T>(text.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var value))
            return value;
        problems.Add(Problem(entry.Children[field], $"“{text}” is not a known {field}."));
        return null;
    }
}
