namespace RussiaChinaAnalysis.Corpus.Reports.Figures;

/// <summary>A picture of lines, boxes and words, to be written as SVG or on a page. Lengths are in points.</summary>
/// <param name="Description">What a reader who can't see the picture is told in its place.</param>
public sealed record Drawing(double Width, double Height, string Title, string Description, IReadOnlyList<DrawnShape> Shapes);

public abstract record DrawnShape;

/// <param name="Address">Where a click on the box leads; null for nowhere.</param>
/// <param name="Label">What the box stands for, said in full.</param>
public sealed record DrawnBox(double X, double Y, double Width, double Height, Ink Fill, Ink Edge, string? Address, string Label) : DrawnShape;

/// <summary>A line that leaves and arrives level, as a cubic curve with an arrow at its end.</summary>
public sealed record DrawnCurve(double FromX, double FromY, double ToX, double ToY, Ink Ink, LinePattern Pattern) : DrawnShape;

/// <param name="X">Of the start of the baseline.</param>
public sealed record DrawnText(double X, double Y, string Text, double Size, Ink Ink, bool IsBold = false) : DrawnShape;

/// <param name="Colour">A CSS hexadecimal colour.</param>
public sealed record DrawnBar(double X, double Y, double Width, double Height, string Colour) : DrawnShape;

/// <summary>Kinds of line, so that no meaning hangs on a colour alone.</summary>
public enum LinePattern
{
    Solid,
    Dashed,
    Dotted,
}

/// <summary>What a colour means. A site gives it the colours of its scheme, a printed page those for paper.</summary>
public enum Ink
{
    Text,
    Quiet,
    Rule,
    Paper,
    Claim,
    ClaimSoft,
    Evidence,
    EvidenceSoft,
    Thesis,
    ThesisSoft,
    Against,
    Support,
}
