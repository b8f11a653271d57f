using RussiaChinaAnalysis.Arguments.Extraction;

namespace RussiaChinaAnalysis.Corpus.Interchange.Aif;

/// <summary>
/// An S-node for each kind of relation. The types are those of the Argument Interchange Format; the schemes and their
/// ids are those that AIFdb gives to nodes without a more exact scheme.
/// </summary>
/// <param name="Id">Null for schemes without an id of their own in AIFdb.</param>
internal sealed record AifScheme(RelationKind Kind, string Type, string Name, string? Id)
{
    public static IReadOnlyList<AifScheme> All { get; } =
    [
        new(RelationKind.Supports, "RA", "Default Inference", "72"),
        new(RelationKind.Exemplifies, "RA", "Example", null),
        new(RelationKind.Rebuts, "CA", "Default Conflict", "71"),
        new(RelationKind.Undercuts, "CA", "Default Undercut", null),
        new(RelationKind.Restates, "MA", "Default Rephrase", "144"),
    ];

    public static AifScheme Of(RelationKind kind) => All.Single(scheme => scheme.Kind == kind);

    /// <summary>The scheme of the same name, otherwise the first of the type; null for a type that is no relation here.</summary>
    public static AifScheme? Find(string type, string? name) =>
        All.FirstOrDefault(scheme => scheme.Type == type && string.Equals(scheme.Name, name, StringComparison.OrdinalIgnoreCase))
        ?? All.FirstOrDefault(scheme => scheme.Type == type);
}
