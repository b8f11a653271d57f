using System.Collections.Immutable;
using RussiaChinaAnalysis.Arguments.Reading;
using RussiaChinaAnalysis.Arguments.Text;

namespace RussiaChinaAnalysis.Arguments.Evaluation.Gold;

/// <summary>Parses a labelled essay. The format is described in <c>data/gold/README.md</c>.</summary>
public static class GoldEssayParser
{
    public const string Extension = ".gold.md";

    /// <param name="file">The file's name, with its ending, as errors shall call it.</param>
    public static GoldResult Parse(string file, string content)
    {
        var errors = new List<GoldError>();
        var lines = Lines(content);
        var (frontMatter, bodyStart) = GoldFrontMatter.Parse(file, lines, errors);
        var body = new GoldBody();
        for (var index = bodyStart; index < lines.Length; index++)
        {
            if (body.Append(lines[index], index + 1) is { } message)
                errors.Add(new(file, index + 1, message));
        }

        // A line that could not be read would break the rules too, by its absence.
        if (errors.Count == 0)
            errors.AddRange(LabelRules.Violations(body.Labels).Select(violation => new GoldError(file, violation.Line, violation.Message)));
        if (errors.Count > 0)
            return new GoldResult.Refused([.. errors.OrderBy(error => error.Line)]);

        var metadata = new DocumentMetadata(frontMatter["title"], frontMatter.GetValueOrDefault("author"), frontMatter.GetValueOrDefault("published"), frontMatter.GetValueOrDefault("language", "en"));
        return new GoldResult.Success(new(
            file.EndsWith(Extension, StringComparison.Ordinal) ? file[..^Extension.Length] : file,
            frontMatter["genre"],
            new SourceDocument(body.Text, body.Blocks, metadata),
            body.Labelling())
        {
            LabelledBy = frontMatter.GetValueOrDefault("labelled-by"),
        });
    }

    private static ImmutableArray<string> Lines(string content) =>
        [.. TextNormaliser.Normalise(content.ReplaceLineEndings("\n")).Split('\n').Select(line => line.TrimEnd())];
}
