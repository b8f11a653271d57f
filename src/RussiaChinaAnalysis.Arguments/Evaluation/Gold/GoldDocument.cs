using RussiaChinaAnalysis.Arguments.Reading;

namespace RussiaChinaAnalysis.Arguments.Evaluation.Gold;

/// <summary>A text with the labels that people gave it.</summary>
/// <param name="Name">The file's name without folder and ending; unique within a gold directory.</param>
/// <param name="Genre">As the file says; null when its format has no genre.</param>
public sealed record GoldDocument(string Name, string? Genre, SourceDocument Document, Labelling Labels)
{
    /// <summary>The hand that wrote and labelled it, so that others can be told from it; null when the file does not say.</summary>
    public string? LabelledBy { get; init; }
}
