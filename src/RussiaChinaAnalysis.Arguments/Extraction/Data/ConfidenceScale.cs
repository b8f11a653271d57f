using System.Text.Json;

namespace RussiaChinaAnalysis.Arguments.Extraction.Data;

/// <summary>What a passage is, for the question how far its score can be taken at its word.</summary>
internal enum ConfidenceCase
{
    /// <summary>In a paragraph of the layout.</summary>
    Layout,

    /// <summary>In a paragraph that was guessed.</summary>
    GuessedLayout,

    /// <summary>In a text that announces its own plan.</summary>
    Planned,
    Thesis,
}

/// <param name="Factor">By which scores in log-odds are multiplied.</param>
/// <param name="Ceiling">The highest probability given.</param>
internal readonly record struct ConfidenceScale(double Factor, double Ceiling)
{
    public const string FileName = "extraction/confidence.yaml";

    public static Dictionary<ConfidenceCase, ConfidenceScale> Parse(DataFile file, List<DataProblem> problems)
    {
        var scales = new Dictionary<ConfidenceCase, ConfidenceScale>();
        var before = problems.Count;
        foreach (var entry in file.Entries(problems))
        {
            file.Field(entry, "reason", problems);
            var scale = new ConfidenceScale(file.Number(entry, "factor", 10, problems), file.Number(entry, "ceiling", 1, problems));
            if (file.Choice<ConfidenceCase>(entry, "case", problems) is { } which && !scales.TryAdd(which, scale))
                problems.Add(file.Problem(entry, $"The case “{Name(which)}” is there twice."));
        }

        // In a broken file what is missing may only be misspelt.
        if (problems.Count == before)
            problems.AddRange(Enum.GetValues<ConfidenceCase>().Where(which => !scales.ContainsKey(which))
                .Select(which => new DataProblem(file.Name, 1, $"The case “{Name(which)}” is missing.")));
        return scales;
    }

    private static string Name(ConfidenceCase which) => JsonNamingPolicy.KebabCaseLower.ConvertName(which.ToString());
}
