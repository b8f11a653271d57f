using RussiaChinaAnalysis.Arguments.Extraction.Quantities;

namespace RussiaChinaAnalysis.Arguments.Comparison;

/// <summary>The values that a figure leaves open: “more than 50” all above it, “about 50” those around it.</summary>
/// <param name="IsOpen">Whether the limits themselves are left out.</param>
internal readonly record struct FigureInterval(double Low, double High, bool IsOpen)
{
    /// <summary>A share of the value by which exactly and roughly given figures may differ and still be the same.</summary>
    public const double ExactTolerance = 0.005;
    public const double RoughTolerance = 0.1;

    public static FigureInterval Of(Quantity figure) => figure.Approximation switch
    {
        Approximation.MoreThan => new(figure.Low, double.PositiveInfinity, IsOpen: true),
        Approximation.AtLeast => new(figure.Low, double.PositiveInfinity, IsOpen: false),
        Approximation.LessThan => new(double.NegativeInfinity, figure.High, IsOpen: true),
        Approximation.AtMost => new(double.NegativeInfinity, figure.High, IsOpen: false),
        Approximation.Almost => Around(figure, RoughTolerance, ExactTolerance),
        Approximation.About => Around(figure, RoughTolerance, RoughTolerance),
        _ => Around(figure, ExactTolerance, ExactTolerance),
    };

    public bool IsApartFrom(FigureInterval other) => EndsBefore(this, other) || EndsBefore(other, this);

    private static bool EndsBefore(FigureInterval lower, FigureInterval higher) =>
        lower.High < higher.Low || (lower.High == higher.Low && (lower.IsOpen || higher.IsOpen));

    private static FigureInterval Around(Quantity figure, double below, double above) =>
        new(figure.Low - (below * Math.Abs(figure.Low)), figure.High + (above * Math.Abs(figure.High)), IsOpen: false);
}
