using System.Collections.Immutable;

namespace RussiaChinaAnalysis.Arguments.Codebook;

/// <summary>
/// Loads a codebook from YAML: a key <c>themes</c> that holds a list of themes. A file with any mistake is refused as a
/// whole, with all its mistakes at once.
/// </summary>
public static class CodebookYaml
{
    /// <summary>In UTF-16 code units.</summary>
    public const int MaximumLength = 1_000_000;

    /// <param name="file">The name that errors carry; nothing is read from it.</param>
    public static CodebookResult Load(string yaml, string file)
    {
        var errors = new List<CodebookError>();
        void Report(YamlPosition position, string message) =>
            errors.Add(new CodebookError(file, Math.Max(position.Line, 1), Math.Max(position.Column, 1), message));

        var themes = yaml.Length > MaximumLength
            ? RefuseLength(yaml.Length, Report)
            : ReadThemes(yaml, Report);

        return errors.Count > 0
            ? new CodebookResult.Refused([.. errors.OrderBy(error => error.Line).ThenBy(error => error.Column)])
            : new CodebookResult.Loaded(new ThemeCodebook(themes));
    }

    private static ImmutableArray<Theme> RefuseLength(int length, Action<YamlPosition, string> report)
    {
        report(new YamlPosition(1, 1), $"The file holds {length:N0} characters; at most {MaximumLength:N0} are read. Shorten the definitions or the lists of cues.");
        return [];
    }

    private static ImmutableArray<Theme> ReadThemes(string yaml, Action<YamlPosition, string> report)
    {
        var syntaxErrors = 0;
        var tree = YamlTreeReader.Read(yaml, (position, message) =>
        {
            syntaxErrors++;
            report(position, message);
        });

        if (tree is null)
        {
            if (syntaxErrors == 0)
                report(new YamlPosition(1, 1), "The file is empty. It needs the key “themes:” with a list of themes below it.");
            return [];
        }

        if (tree is not YamlTree.Mapping root)
        {
            report(tree.Position, $"The file holds {tree.Kind} where the key “themes:” with a list of themes below it is needed.");
            return [];
        }

        var fields = YamlFields.Of(root, "the file", ["themes"], report);
        return fields.Sequence("themes") is { } list
            ? new CodebookReader(report).Read(list)
            : [];
    }
}
