using RussiaChinaAnalysis.Corpus.Model;

namespace RussiaChinaAnalysis.Web.Look;

public static class Product
{
    public const string Name = "Russia–China Analysis";

    /// <summary>The areas of the product in the order of the navigation.</summary>
    public static IReadOnlyList<Area> Areas { get; } =
    [
        new("Overview", "/", "What the corpus holds"),
        new("Claims", "/claims", "Every passage, by role, theme, evidence and source", "/passages"),
        new("Documents", "/documents", "The essays, to be read with their argument marked"),
        new("Connections", "/connections", "What essays have in common, and where they contradict each other"),
        new("Themes", "/themes", "The codebook and what bears on each theme"),
        new("Reports", "/reports", "Findings for readers elsewhere, and data for other tools", "/exchange"),
        new("Notes", "/notes", "What people wrote on the essays"),
        new("Import", "/import", "Add essays of your own", Least: PersonRole.Editor),
    ];
}

/// <param name="AlsoHolds">Another address whose pages count as part of the area.</param>
/// <param name="Least">Who does not hold this role is not led there; null for whoever may read.</param>
public sealed record Area(string Name, string Path, string Purpose, string? AlsoHolds = null, PersonRole? Least = null)
{
    public bool Holds(PathString path) => Path == "/"
        ? path == "/"
        : path.StartsWithSegments(Path, StringComparison.OrdinalIgnoreCase) || (AlsoHolds is not null && path.StartsWithSegments(AlsoHolds, StringComparison.OrdinalIgnoreCase));
}
