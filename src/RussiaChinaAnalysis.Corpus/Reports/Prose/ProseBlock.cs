namespace RussiaChinaAnalysis.Corpus.Reports.Prose;

/// <summary>A paragraph of Markdown, reduced to what every format of a report can say.</summary>
/// <param name="Level">Headings: 1 to 3. Items and quotations: depth from 1. Otherwise 0.</param>
public sealed record ProseBlock(ProseKind Kind, int Level, IReadOnlyList<ProseRun> Runs)
{
    public string Text => string.Concat(Runs.Select(run => run.Text));
}

public enum ProseKind
{
    Paragraph,
    Heading,
    Item,
    Quotation,
}

/// <param name="Address">Where the words lead; http, https or mailto only.</param>
public sealed record ProseRun(string Text, bool IsStrong, bool IsEmphasised, string? Address);
