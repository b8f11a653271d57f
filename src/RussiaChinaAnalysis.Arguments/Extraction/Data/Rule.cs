namespace RussiaChinaAnalysis.Arguments.Extraction.Data;

/// <summary>One rule of the extractor, as <c>data/extraction/rules.yaml</c> states it.</summary>
/// <param name="Id">Unique and stable; stored with every proposal.</param>
/// <param name="Weight">What the rule adds to the score of the label value it speaks for, in log-odds.</param>
/// <param name="Title">A few words for a list.</param>
/// <param name="Explanation">One or two sentences for a reader who knows nothing of argument mining.</param>
/// <param name="Reason">Why the weight is what it is.</param>
public sealed record Rule(string Id, Label Label, double Weight, string Title, string Explanation, string Reason)
{
    internal Target Target { get; init; }

    /// <summary>The value of the label that the rule speaks for, in lower case, such as <c>evidence</c>.</summary>
    public string SpeaksFor => Target.ToString().ToLowerInvariant();
}
